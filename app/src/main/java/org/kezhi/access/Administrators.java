package org.kezhi.access;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.kezhi.db.Tables.APP_USER;
import static org.kezhi.db.Tables.ROLE;
import static org.kezhi.db.Tables.USER_ROLE;

import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordsChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Keeps administrators and their roles out of everybody else's hands, and keeps one of them.
@Component
class Administrators {

  private final DSLContext db;

  Administrators(DSLContext db) {
    this.db = db;
  }

  /// The condition on users or roles that leaves those that are no administrator's.
  static Condition outOfReach(ObjectType type, Table<?> alias) {
    var id = field(alias.getQualifiedName().append("id"), SQLDataType.UUID);
    if (type.table().equals(APP_USER)) {
      return id.notIn(users());
    }
    return type.table().equals(ROLE) ? id.notIn(roles()) : noCondition();
  }

  /// The condition on users that leaves those who can log in.
  static Condition active(Table<?> alias) {
    return field(alias.getQualifiedName().append("active"), SQLDataType.BOOLEAN).isTrue();
  }

  boolean include(UUID user) {
    return db.fetchExists(APP_USER, APP_USER.ID.eq(user), APP_USER.ID.in(users()));
  }

  /// Whoever changes an administrator or such a role must leave somebody who can log in as one.
  @EventListener
  void on(RecordsChanged change) {
    var ids = change.ids();
    var touched =
        change.type().table().equals(APP_USER)
            ? db.fetchExists(USER_ROLE, USER_ROLE.USER_ID.in(ids), USER_ROLE.ROLE_ID.in(roles()))
            : change.type().table().equals(ROLE)
                && db.fetchExists(ROLE, ROLE.ID.in(ids), ROLE.ADMINISTRATOR.isTrue());
    if (touched) {
      requireOne();
    }
  }

  /// Two who demote each other at once wait for one another here.
  void requireOne() {
    db.select(ROLE.ID).from(ROLE).where(ROLE.ADMINISTRATOR).orderBy(ROLE.ID).forUpdate().fetch();
    var left =
        db.fetchExists(
            APP_USER,
            APP_USER.ID.in(users()),
            APP_USER.ACTIVE.isTrue(),
            APP_USER.DELETED_AT.isNull());
    if (!left) {
      throw AccessProblem.LAST_ADMINISTRATOR.with();
    }
  }

  private static Select<Record1<UUID>> users() {
    return select(USER_ROLE.USER_ID)
        .from(USER_ROLE)
        .join(ROLE)
        .on(ROLE.ID.eq(USER_ROLE.ROLE_ID))
        .where(ROLE.ADMINISTRATOR)
        .and(ROLE.DELETED_AT.isNull());
  }

  private static Select<Record1<UUID>> roles() {
    return select(ROLE.ID).from(ROLE).where(ROLE.ADMINISTRATOR);
  }
}
