package org.kezhi.writing;

import static org.jooq.impl.DSL.currentOffsetDateTime;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
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
public class RecycledFollowers {

  private final DSLContext db;
  private final ObjectTypes types;
  private final ApplicationEventPublisher events;

  RecycledFollowers(DSLContext db, ObjectTypes types, ApplicationEventPublisher events) {
    this.db = db;
    this.types = types;
    this.events = events;
  }

  /// What a record in the recycle bin bears.
  static Map<Field<?>, Object> deleted(Table<?> table, UUID actor) {
    return Map.of(
        StandardColumns.deletedAt(table),
        currentOffsetDateTime(),
        StandardColumns.deletedBy(table),
        actor);
  }

  /// What a record that comes back bears no longer.
  static Map<Field<?>, Object> restored(Table<?> table) {
    return Map.of(
        StandardColumns.deletedAt(table), DSL.castNull(StandardColumns.deletedAt(table)),
        StandardColumns.deletedBy(table), DSL.castNull(StandardColumns.deletedBy(table)));
  }

  public void delete(UUID actor, ObjectType type, List<UUID> ids) {
    move(
        type,
        ids,
        table -> deleted(table, actor),
        from -> StandardColumns.deletedAt(from.table()).isNull());
  }

  /// What follows another record too, which stays where it is, stays with that.
  ///
  /// @param deletedAt when those that come back went
  public void restore(ObjectType type, List<UUID> ids, OffsetDateTime deletedAt) {
    move(
        type,
        ids,
        RecycledFollowers::restored,
        from -> StandardColumns.deletedAt(from.table()).eq(deletedAt).and(leadersAreBack(from)));
  }

  private Condition leadersAreBack(ObjectType type) {
    var back = DSL.noCondition();
    for (var reference : type.follows().size() > 1 ? type.follows() : List.<Field<UUID>>of()) {
      var above = types.target(type.field(reference)).table().as("above");
      back =
          back.andNotExists(
              DSL.selectOne()
                  .from(above)
                  .where(StandardColumns.id(above).eq(reference))
                  .and(StandardColumns.deletedAt(above).isNotNull()));
    }
    return back;
  }

  private void move(
      ObjectType type,
      List<UUID> ids,
      Function<Table<?>, Map<Field<?>, Object>> marks,
      Function<ObjectType, Condition> meant) {
    for (var link : types.followers(type)) {
      var table = link.from().table();
      var moved =
          db.update(table)
              .set(marks.apply(table))
              .set(StandardColumns.version(table), StandardColumns.version(table).plus(1))
              .where(link.column().eq(DSL.any(ids.toArray(UUID[]::new))))
              .and(meant.apply(link.from()))
              .returning(StandardColumns.id(table))
              .fetch(StandardColumns.id(table));
      if (!moved.isEmpty()) {
        move(link.from(), moved, marks, meant);
        events.publishEvent(new RecordsChanged(link.from(), moved));
      }
    }
  }

  /// Those records that cannot come back, because one that they follow is in the recycle bin.
  public Set<UUID> withoutLeader(ObjectType type, List<UUID> ids) {
    var table = type.table();
    var found = new HashSet<UUID>();
    for (var reference : type.follows()) {
      var above = types.target(type.field(reference)).table().as("above");
      found.addAll(
          db.select(StandardColumns.id(table))
              .from(table)
              .join(above)
              .on(StandardColumns.id(above).eq(reference))
              .where(StandardColumns.id(table).eq(DSL.any(ids.toArray(UUID[]::new))))
              .and(StandardColumns.deletedAt(above).isNotNull())
              .fetch(StandardColumns.id(table)));
    }
    return found;
  }

  /// A record cannot come back to one that is itself in the recycle bin.
  void refuseWithoutLeader(ObjectType type, UUID id) {
    var table = type.table();
    for (var reference : type.follows()) {
      var leader = types.target(type.field(reference));
      var above = leader.table().as("above");
      var title = leader.titleField().on(above).cast(String.class);
      db.select(title)
          .from(table)
          .join(above)
          .on(StandardColumns.id(above).eq(reference))
          .where(StandardColumns.id(table).eq(id))
          .and(StandardColumns.deletedAt(above).isNotNull())
          .fetchOptional(title)
          .ifPresent(name -> {
            throw RecordProblem.FOLLOWS_DELETED.with(name);
          });
    }
  }
}
