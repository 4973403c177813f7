package org.kezhi.activity;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.values;
import static org.kezhi.db.Tables.ACTIVITY;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Row5;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kezhi.db.tables.records.ActivityRecord;
import org.kezhi.platform.Ids;
import org.kezhi.platform.Settings;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordField;
import org.kezhi.record.RecordsChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Repository;

/// Makes the next one of what repeats itself when one is done, in the same transaction. Each makes
/// one at most, however often it is ticked off.
@Repository
class Repetitions {

  private static final Field<UUID> OF = field(name("next", "of"), UUID.class);
  private static final Field<UUID> ID = field(name("next", "id"), UUID.class);
  private static final Field<Integer> NUMBER = field(name("next", "number"), Integer.class);
  private static final Field<OffsetDateTime> DUE = field(name("next", "due"), OffsetDateTime.class);
  private static final Field<OffsetDateTime> REMIND =
      field(name("next", "remind"), OffsetDateTime.class);

  private final DSLContext db;
  private final Settings settings;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Repetitions(DSLContext db, Settings settings, Clock clock, ApplicationEventPublisher events) {
    this.db = db;
    this.settings = settings;
    this.clock = clock;
    this.events = events;
  }

  @EventListener
  void on(RecordsChanged change) {
    if (!change.type().table().equals(ACTIVITY)) {
      return;
    }
    var next = finished(change.ids()).stream().flatMap(done -> after(done).stream()).toList();
    if (!next.isEmpty()) {
      var made = make(change.type(), next);
      if (!made.isEmpty()) {
        events.publishEvent(new RecordsChanged(change.type(), made));
      }
    }
  }

  /// What is done, repeats itself and has not made the next one yet.
  private List<ActivityRecord> finished(List<UUID> ids) {
    var later = ACTIVITY.as("later");
    return db.selectFrom(ACTIVITY)
        .where(ACTIVITY.ID.eq(any(ids.toArray(UUID[]::new))))
        .and(ACTIVITY.DONE)
        .and(ACTIVITY.REPEATS.isNotNull())
        .and(ACTIVITY.DUE_AT.isNotNull())
        .and(ACTIVITY.DELETED_AT.isNull())
        .andNotExists(select(inline(1)).from(later).where(later.PREVIOUS_ID.eq(ACTIVITY.ID)))
        .fetch();
  }

  private List<Row5<UUID, UUID, Integer, OffsetDateTime, @Nullable OffsetDateTime>> after(
      ActivityRecord done) {
    var zone = settings.zone();
    var first = done.getFirstDueAt() == null ? done.getDueAt() : done.getFirstDueAt();
    var repetition =
        new Repetition(
            first.atZoneSameInstant(zone),
            Repetition.unit(done.getRepeats()),
            done.getRepeatsEvery(),
            done.getRepeatsUntil());
    return repetition
        .next(done.getOccurrence(), clock.instant().atZone(zone))
        .map(next -> {
          var due = next.at().toOffsetDateTime();
          var remind = done.getRemindAt();
          var lead = remind == null ? null : Duration.between(remind, done.getDueAt());
          return row(
              done.getId(), Ids.next(), next.number(), due, lead == null ? null : due.minus(lead));
        })
        .stream()
        .toList();
  }

  private List<UUID> make(
      ObjectType type, List<Row5<UUID, UUID, Integer, OffsetDateTime, OffsetDateTime>> next) {
    var columns = columns(type);
    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type cannot be made
    var rows =
        (Row5<UUID, UUID, Integer, OffsetDateTime, OffsetDateTime>[]) next.toArray(Row5[]::new);
    return db.insertInto(ACTIVITY)
        .columns(columns.keySet())
        .select(
            select(columns.values())
                .from(ACTIVITY)
                .join(values(rows).as("next", "of", "id", "number", "due", "remind"))
                .on(OF.eq(ACTIVITY.ID)))
        .onConflict(ACTIVITY.PREVIOUS_ID)
        .doNothing()
        .returningResult(ACTIVITY.ID)
        .fetch(ACTIVITY.ID);
  }

  /// What the next one takes over: all that is no news of the one that is done, custom fields
  /// included, save those whose values must differ.
  private static Map<Field<?>, Field<?>> columns(ObjectType type) {
    var news = List.of(ACTIVITY.HAPPENED_AT, ACTIVITY.DONE, ACTIVITY.OUTCOME);
    var unique = type.customization().matched();
    var columns = new LinkedHashMap<Field<?>, Field<?>>();
    type.writable().values().stream()
        .filter(RecordField::isStored)
        .filter(field -> !news.contains(field.column()) && !unique.contains(field.name()))
        .forEach(field -> columns.put(field.column(), field.on(ACTIVITY)));
    columns.put(ACTIVITY.ID, ID);
    columns.put(ACTIVITY.DUE_AT, DUE);
    columns.put(ACTIVITY.REMIND_AT, REMIND);
    columns.put(ACTIVITY.OCCURRENCE, NUMBER);
    columns.put(ACTIVITY.PREVIOUS_ID, OF);
    columns.put(ACTIVITY.FIRST_DUE_AT, DSL.coalesce(ACTIVITY.FIRST_DUE_AT, ACTIVITY.DUE_AT));
    columns.put(ACTIVITY.CREATED_BY, ACTIVITY.UPDATED_BY);
    columns.put(ACTIVITY.UPDATED_BY, ACTIVITY.UPDATED_BY);
    return columns;
  }
}
