package org.kezhi.reading;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.platform.CommonProblem;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.springframework.stereotype.Repository;

/// Puts everything that happened with a record into one history, newest first.
@Repository
class Timeline {

  private static final Field<OffsetDateTime> AT =
      DSL.field(name("at"), SQLDataType.TIMESTAMPWITHTIMEZONE(6));
  private static final Field<UUID> ID = DSL.field(name("id"), SQLDataType.UUID);
  private static final Field<String> OBJECT = DSL.field(name("object"), SQLDataType.VARCHAR);
  private static final int MAX_LIMIT = 100;

  private final DSLContext db;
  private final RecordQueries records;
  private final ObjectTypes types;
  private final Policy policy;

  Timeline(DSLContext db, RecordQueries records, ObjectTypes types, Policy policy) {
    this.db = db;
    this.records = records;
    this.types = types;
    this.policy = policy;
  }

  TimelinePage of(Viewer viewer, ObjectType type, UUID id, Part part) {
    if (records.find(viewer, type, List.of(id), List.of()).isEmpty()) {
      throw CommonProblem.NOT_FOUND.with();
    }
    var limit = Math.clamp(part.limit(), 1, MAX_LIMIT);
    var rows = happened(viewer, type, id, new Part(limit + 1, part.cursor()));
    var more = rows.size() > limit;
    var shown = more ? rows.subList(0, limit) : rows;
    var details = details(viewer, shown);
    var entries = new ArrayList<TimelineEntry>();
    for (var row : shown) {
      var detail = details.get(row.value3());
      if (detail != null) {
        entries.add(
            new TimelineEntry(
                row.value1().toInstant().toString(), row.value2(), row.value3(), detail));
      }
    }
    var last = more ? shown.getLast() : null;
    return new TimelinePage(
        entries, last == null ? null : Cursor.at(last.value1(), last.value3()).encode());
  }

  private Result<Record3<OffsetDateTime, String, UUID>> happened(
      Viewer viewer, ObjectType type, UUID id, Part part) {
    Select<Record3<OffsetDateTime, String, UUID>> all = null;
    for (var kind : types.all()) {
      var entry = kind.timeline().orElse(null);
      if (entry == null
          || !policy.maySee(viewer, kind)
          || !types.target(kind.field(entry.reference())).equals(type)) {
        continue;
      }
      var one = newest(viewer, kind, id, part);
      all = all == null ? one : all.unionAll(one);
    }
    if (all == null) {
      return db.newResult(AT, OBJECT, ID);
    }
    var entries = all.asTable("e", AT.getName(), OBJECT.getName(), ID.getName());
    return db.select(AT, OBJECT, ID)
        .from(entries)
        .orderBy(AT.desc(), ID.desc())
        .limit(part.limit())
        .fetch();
  }

  private Select<Record3<OffsetDateTime, String, UUID>> newest(
      Viewer viewer, ObjectType kind, UUID id, Part part) {
    var entry = kind.timeline().orElseThrow();
    var source = new Source(kind, "t", policy.seen(viewer));
    var at = source.column(kind.field(entry.at())).coerce(AT);
    return DSL.selectFrom(
        select(at.as(AT), inline(kind.name()).as(OBJECT), source.id().as(ID))
            .from(source.main())
            .where(source.column(kind.field(entry.reference())).coerce(UUID.class).eq(id))
            .and(records.visible(viewer, source))
            .and(Cursor.before(at, source.id(), part.cursor()))
            .orderBy(at.desc(), source.id().desc())
            .limit(part.limit())
            .asTable(kind.name()));
  }

  /// What each entry shows, one statement for each kind of record.
  private Map<UUID, Map<String, @Nullable Object>> details(
      Viewer viewer, List<Record3<OffsetDateTime, String, UUID>> rows) {
    var idsByObject = new HashMap<String, List<UUID>>();
    rows.forEach(
        row -> idsByObject.computeIfAbsent(row.value2(), _ -> new ArrayList<>()).add(row.value3()));
    var details = new HashMap<UUID, Map<String, @Nullable Object>>();
    idsByObject.forEach((object, ids) -> {
      var kind = types.named(object).orElseThrow();
      var fields = policy.visibleFields(viewer, kind);
      for (var record : records.find(viewer, kind, ids, fields)) {
        details.put((UUID) record.get("id"), record);
      }
    });
    return details;
  }

  /// How much of the history to show, and from where on.
  record Part(int limit, @Nullable String cursor) {}

  /// Entries of a history, newest first.
  record TimelinePage(List<TimelineEntry> items, @Nullable String nextCursor) {}

  /// Something that happened: when, which kind of record, and the record itself.
  record TimelineEntry(String at, String object, UUID id, Map<String, @Nullable Object> record) {}
}
