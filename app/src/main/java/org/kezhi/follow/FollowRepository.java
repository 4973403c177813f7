package org.kezhi.follow;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.select;
import static org.kezhi.db.Tables.APP_USER;
import static org.kezhi.db.Tables.AUDIT_ENTRY;
import static org.kezhi.db.Tables.RECORD_FOLLOW;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record1;
import org.jooq.Records;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.kezhi.record.ObjectType;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Repository;

/// Keeps who follows what, and finds out whom a change concerns.
@Repository
class FollowRepository {

  private static final int MOST = 10_000;

  private final DSLContext db;

  FollowRepository(DSLContext db) {
    this.db = db;
  }

  /// What the triggers have written down of a record in this transaction.
  record Change(long id, String action, @Nullable JSONB changes) {}

  void follow(UUID user, String object, UUID record) {
    db.insertInto(
            RECORD_FOLLOW, RECORD_FOLLOW.USER_ID, RECORD_FOLLOW.OBJECT, RECORD_FOLLOW.RECORD_ID)
        .values(user, object, record)
        .onConflictDoNothing()
        .execute();
  }

  void unfollow(UUID user, String object, UUID record) {
    db.deleteFrom(RECORD_FOLLOW)
        .where(RECORD_FOLLOW.USER_ID.eq(user))
        .and(RECORD_FOLLOW.OBJECT.eq(object))
        .and(RECORD_FOLLOW.RECORD_ID.eq(record))
        .execute();
  }

  List<UUID> followed(UUID user, String object) {
    return db.select(RECORD_FOLLOW.RECORD_ID)
        .from(RECORD_FOLLOW)
        .where(RECORD_FOLLOW.USER_ID.eq(user))
        .and(RECORD_FOLLOW.OBJECT.eq(object))
        .limit(MOST)
        .fetch(RECORD_FOLLOW.RECORD_ID);
  }

  List<FollowController.Follower> followers(String object, UUID record) {
    return db.select(APP_USER.ID, APP_USER.DISPLAY_NAME)
        .from(RECORD_FOLLOW)
        .join(APP_USER)
        .on(APP_USER.ID.eq(RECORD_FOLLOW.USER_ID))
        .where(RECORD_FOLLOW.OBJECT.eq(object))
        .and(RECORD_FOLLOW.RECORD_ID.eq(record))
        .and(APP_USER.DELETED_AT.isNull())
        .orderBy(RECORD_FOLLOW.CREATED_AT)
        .limit(100)
        .fetch(Records.mapping(FollowController.Follower::new));
  }

  /// Those who follow or own one of the records.
  Set<UUID> concerned(ObjectType type, List<UUID> records) {
    var ids = any(records.toArray(UUID[]::new));
    Select<Record1<UUID>> all =
        select(RECORD_FOLLOW.USER_ID)
            .from(RECORD_FOLLOW)
            .where(RECORD_FOLLOW.RECORD_ID.eq(ids))
            .and(RECORD_FOLLOW.OBJECT.eq(type.name()));
    var owner = type.owner();
    if (owner.isPresent()) {
      all =
          all.union(
              select(owner.get())
                  .from(type.table())
                  .where(StandardColumns.id(type.table()).eq(ids))
                  .and(owner.get().isNotNull()));
    }
    return Set.copyOf(db.fetch(all).getValues(0, UUID.class));
  }

  /// A trigger writes the time at which the transaction began.
  Optional<Change> change(ObjectType type, UUID record) {
    return db.select(AUDIT_ENTRY.ID, AUDIT_ENTRY.ACTION, AUDIT_ENTRY.CHANGES)
        .from(AUDIT_ENTRY)
        .where(AUDIT_ENTRY.RECORD_ID.eq(record))
        .and(AUDIT_ENTRY.OBJECT.eq(type.name()))
        .and(AUDIT_ENTRY.AT.eq(currentOffsetDateTime()))
        .orderBy(AUDIT_ENTRY.ID.desc())
        .limit(1)
        .fetchOptional(Records.mapping(Change::new));
  }

  /// What a reference of a record points to.
  Optional<UUID> referred(ObjectType type, Field<UUID> reference, UUID record) {
    return db.select(reference)
        .from(type.table())
        .where(StandardColumns.id(type.table()).eq(record))
        .and(reference.isNotNull())
        .fetchOptional(reference);
  }
}
