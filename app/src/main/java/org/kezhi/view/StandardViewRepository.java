package org.kezhi.view;

import static org.jooq.impl.DSL.select;
import static org.kezhi.db.Tables.LIST_VIEW;
import static org.kezhi.db.Tables.LIST_VIEW_STANDARD;
import static org.kezhi.db.Tables.ROLE;
import static org.kezhi.db.Tables.USER_ROLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kezhi.platform.Ids;
import org.springframework.stereotype.Repository;

/// Keeps which view of a kind of record is the standard one, for whom.
@Repository
class StandardViewRepository {

  private final DSLContext db;

  StandardViewRepository(DSLContext db) {
    this.db = db;
  }

  /// Whether a view is the standard one for somebody: that of the first of their roles that has
  /// one, by the codes of the roles, or else that of everybody.
  static Field<Boolean> isStandardFor(UUID user) {
    var mine = select(USER_ROLE.ROLE_ID).from(USER_ROLE).where(USER_ROLE.USER_ID.eq(user));
    var standard =
        select(LIST_VIEW_STANDARD.VIEW_ID)
            .from(LIST_VIEW_STANDARD)
            .leftJoin(ROLE)
            .on(ROLE.ID.eq(LIST_VIEW_STANDARD.ROLE_ID))
            .where(LIST_VIEW_STANDARD.OBJECT.eq(LIST_VIEW.OBJECT))
            .and(
                LIST_VIEW_STANDARD
                    .ROLE_ID
                    .isNull()
                    .or(ROLE.DELETED_AT.isNull().and(ROLE.ID.in(mine))))
            .orderBy(ROLE.CODE.asc().nullsLast())
            .limit(1);
    return DSL.field(LIST_VIEW.ID.isNotDistinctFrom(DSL.field(standard)));
  }

  List<StandardViews.Audience> audiences(StoredView view) {
    var standards =
        db.select(LIST_VIEW_STANDARD.ROLE_ID, LIST_VIEW.ID, LIST_VIEW.NAME)
            .from(LIST_VIEW_STANDARD)
            .join(LIST_VIEW)
            .on(LIST_VIEW.ID.eq(LIST_VIEW_STANDARD.VIEW_ID))
            .where(LIST_VIEW_STANDARD.OBJECT.eq(view.object()))
            .fetch(row -> new Standard(row.value1(), row.value2(), row.value3()));
    var audiences = new ArrayList<StandardViews.Audience>();
    audiences.add(audience(view, null, null, standards));
    db.select(ROLE.ID, ROLE.NAME)
        .from(ROLE)
        .where(ROLE.DELETED_AT.isNull())
        .orderBy(ROLE.CODE)
        .forEach(role -> audiences.add(audience(view, role.value1(), role.value2(), standards)));
    return audiences;
  }

  private static StandardViews.Audience audience(
      StoredView view, @Nullable UUID role, @Nullable String title, List<Standard> standards) {
    var standard =
        standards.stream().filter(known -> Objects.equals(known.role(), role)).findFirst();
    var chosen = standard.filter(known -> known.view().equals(view.id())).isPresent();
    var other = chosen ? null : standard.map(Standard::name).orElse(null);
    return new StandardViews.Audience(role, title, chosen, other);
  }

  /// Takes the place of whatever was the standard view for the same people.
  void set(StoredView view, StandardFor wanted, UUID writer) {
    var audiences = new ArrayList<@Nullable UUID>(wanted.roleIds());
    if (wanted.isForEverybody()) {
      audiences.add(null);
    }
    var wanting =
        audiences.isEmpty()
            ? DSL.falseCondition()
            : DSL.or(audiences.stream().map(StandardViewRepository::isFor).toList());
    db.deleteFrom(LIST_VIEW_STANDARD)
        .where(LIST_VIEW_STANDARD.OBJECT.eq(view.object()))
        .and(LIST_VIEW_STANDARD.VIEW_ID.eq(view.id()).or(wanting))
        .execute();
    for (var role : audiences) {
      db.insertInto(LIST_VIEW_STANDARD)
          .set(LIST_VIEW_STANDARD.ID, Ids.next())
          .set(LIST_VIEW_STANDARD.OBJECT, view.object())
          .set(LIST_VIEW_STANDARD.ROLE_ID, role)
          .set(LIST_VIEW_STANDARD.VIEW_ID, view.id())
          .set(LIST_VIEW_STANDARD.CREATED_BY, writer)
          .set(LIST_VIEW_STANDARD.UPDATED_BY, writer)
          .execute();
    }
  }

  private static Condition isFor(@Nullable UUID role) {
    return role == null ? LIST_VIEW_STANDARD.ROLE_ID.isNull() : LIST_VIEW_STANDARD.ROLE_ID.eq(role);
  }

  /// A standard view, and for whom.
  private record Standard(@Nullable UUID role, UUID view, String name) {}
}
