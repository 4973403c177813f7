package org.kezhi.view;

import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.select;
import static org.kezhi.db.Tables.APP_USER;
import static org.kezhi.db.Tables.LIST_VIEW;
import static org.kezhi.db.Tables.LIST_VIEW_DEFAULT;
import static org.kezhi.db.Tables.LIST_VIEW_PIN;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// Writes views, pins, and with which view a list opens.
@Repository
class ListViewRepository {

  private final DSLContext db;

  ListViewRepository(DSLContext db) {
    this.db = db;
  }

  /// What a view shall be.
  record Content(String name, @Nullable String icon, Sharing sharing, JSONB state) {}

  void insert(UUID id, UUID owner, String object, Content content) {
    db.insertInto(LIST_VIEW)
        .set(LIST_VIEW.ID, id)
        .set(LIST_VIEW.OBJECT, object)
        .set(LIST_VIEW.OWNER_ID, owner)
        .set(LIST_VIEW.NAME, content.name())
        .set(LIST_VIEW.ICON, content.icon())
        .set(LIST_VIEW.SHARING, content.sharing().code())
        .set(LIST_VIEW.UNIT_ID, unit(owner, content.sharing()))
        .set(LIST_VIEW.STATE, content.state())
        .set(LIST_VIEW.CREATED_BY, owner)
        .set(LIST_VIEW.UPDATED_BY, owner)
        .execute();
  }

  /// Changes the version that the writer has seen and tells when; nothing where it is gone.
  Optional<OffsetDateTime> update(StoredView seen, long version, Content content, UUID writer) {
    return db.update(LIST_VIEW)
        .set(LIST_VIEW.NAME, content.name())
        .set(LIST_VIEW.ICON, content.icon())
        .set(LIST_VIEW.SHARING, content.sharing().code())
        .set(LIST_VIEW.UNIT_ID, unit(seen.ownerId(), content.sharing()))
        .set(LIST_VIEW.STATE, content.state())
        .set(LIST_VIEW.VERSION, LIST_VIEW.VERSION.plus(1))
        .set(LIST_VIEW.UPDATED_AT, currentOffsetDateTime())
        .set(LIST_VIEW.UPDATED_BY, writer)
        .where(LIST_VIEW.ID.eq(seen.id()))
        .and(LIST_VIEW.VERSION.eq(version))
        .returningResult(LIST_VIEW.UPDATED_AT)
        .fetchOptional(LIST_VIEW.UPDATED_AT);
  }

  boolean delete(UUID id, long version) {
    return db.deleteFrom(LIST_VIEW)
            .where(LIST_VIEW.ID.eq(id))
            .and(LIST_VIEW.VERSION.eq(version))
            .execute()
        == 1;
  }

  void pin(UUID user, UUID view) {
    db.insertInto(LIST_VIEW_PIN)
        .set(LIST_VIEW_PIN.USER_ID, user)
        .set(LIST_VIEW_PIN.VIEW_ID, view)
        .onConflictDoNothing()
        .execute();
  }

  void unpin(UUID user, UUID view) {
    db.deleteFrom(LIST_VIEW_PIN)
        .where(LIST_VIEW_PIN.USER_ID.eq(user))
        .and(LIST_VIEW_PIN.VIEW_ID.eq(view))
        .execute();
  }

  void openFirst(UUID user, StoredView view) {
    db.insertInto(LIST_VIEW_DEFAULT)
        .set(LIST_VIEW_DEFAULT.USER_ID, user)
        .set(LIST_VIEW_DEFAULT.OBJECT, view.object())
        .set(LIST_VIEW_DEFAULT.VIEW_ID, view.id())
        .onConflict(LIST_VIEW_DEFAULT.USER_ID, LIST_VIEW_DEFAULT.OBJECT)
        .doUpdate()
        .set(LIST_VIEW_DEFAULT.VIEW_ID, view.id())
        .execute();
  }

  void openFirstNoMore(UUID user, UUID view) {
    db.deleteFrom(LIST_VIEW_DEFAULT)
        .where(LIST_VIEW_DEFAULT.USER_ID.eq(user))
        .and(LIST_VIEW_DEFAULT.VIEW_ID.eq(view))
        .execute();
  }

  /// The unit of the owner, whoever of those who manage shared views writes.
  private static Field<UUID> unit(UUID owner, Sharing sharing) {
    return sharing == Sharing.UNIT
        ? DSL.field(select(APP_USER.UNIT_ID).from(APP_USER).where(APP_USER.ID.eq(owner)))
        : DSL.castNull(SQLDataType.UUID);
  }
}
