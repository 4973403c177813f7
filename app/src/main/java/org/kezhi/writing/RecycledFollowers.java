package org.kezhi.writing;

import static org.jooq.impl.DSL.currentOffsetDateTime;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.kezhi.record.Followers;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordProblem;
import org.kezhi.record.RecordsChanged;
import org.kezhi.record.StandardColumns;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;

/// Takes along what follows a record into the recycle bin, and out of it again: those that went in
/// the same transaction bear the same moment. What was deleted before for itself stays where it is.
@Repository
class RecycledFollowers {

  private final DSLContext db;
  private final Followers followers;
  private final ObjectTypes types;
  private final ApplicationEventPublisher events;

  RecycledFollowers(
      DSLContext db, Followers followers, ObjectTypes types, ApplicationEventPublisher events) {
    this.db = db;
    this.followers = followers;
    this.types = types;
    this.events = events;
  }

  void delete(UUID actor, ObjectType type, List<UUID> ids) {
    for (var link : followers.of(type)) {
      var table = link.from().table();
      var gone =
          db.update(table)
              .set(StandardColumns.deletedAt(table), currentOffsetDateTime())
              .set(StandardColumns.deletedBy(table), actor)
              .set(StandardColumns.version(table), StandardColumns.version(table).plus(1))
              .where(Followers.reference(link).eq(DSL.any(ids.toArray(UUID[]::new))))
              .and(StandardColumns.deletedAt(table).isNull())
              .returning(StandardColumns.id(table))
              .fetch(StandardColumns.id(table));
      if (!gone.isEmpty()) {
        delete(actor, link.from(), gone);
        events.publishEvent(new RecordsChanged(link.from(), gone));
      }
    }
  }

  /// @param deletedAt when those that come back went
  void restore(ObjectType type, List<UUID> ids, OffsetDateTime deletedAt) {
    for (var link : followers.of(type)) {
      var table = link.from().table();
      var back =
          db.update(table)
              .set(StandardColumns.deletedAt(table), (OffsetDateTime) null)
              .set(StandardColumns.deletedBy(table), (UUID) null)
              .set(StandardColumns.version(table), StandardColumns.version(table).plus(1))
              .where(Followers.reference(link).eq(DSL.any(ids.toArray(UUID[]::new))))
              .and(StandardColumns.deletedAt(table).eq(deletedAt))
              .returning(StandardColumns.id(table))
              .fetch(StandardColumns.id(table));
      if (!back.isEmpty()) {
        restore(link.from(), back, deletedAt);
        events.publishEvent(new RecordsChanged(link.from(), back));
      }
    }
  }

  /// A record cannot come back to one that is itself in the recycle bin.
  void refuseWithoutLeader(ObjectType type, UUID id) {
    var table = type.table();
    for (var reference : type.follows()) {
      var leader = types.target(type.field(reference));
      var above = leader.table().as("above");
      var own = DSL.field(table.getQualifiedName().append(reference.getName()), UUID.class);
      var title = leader.titleField().on(above).cast(String.class);
      db.select(title)
          .from(table)
          .join(above)
          .on(StandardColumns.id(above).eq(own))
          .where(StandardColumns.id(table).eq(id))
          .and(StandardColumns.deletedAt(above).isNotNull())
          .fetchOptional(title)
          .ifPresent(name -> {
            throw RecordProblem.FOLLOWS_DELETED.with(name);
          });
    }
  }
}
