package org.kezhi.history;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.when;
import static org.kezhi.db.Tables.ENTRY_COMMENT;
import static org.kezhi.history.TimelineParts.AT;
import static org.kezhi.history.TimelineParts.ID;
import static org.kezhi.history.TimelineParts.OBJECT;
import static org.kezhi.history.TimelineParts.PAST;
import static org.kezhi.history.TimelineParts.PHASE;
import static org.kezhi.history.TimelineParts.PINNED;
import static org.kezhi.history.TimelineParts.UPCOMING;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record4;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.history.HistoryPage.HistoryItem;
import org.kezhi.history.TimelinePage.TimelineItem;
import org.kezhi.platform.CommonProblem;
import org.kezhi.reading.Cursor;
import org.kezhi.reading.RecordQueries;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.springframework.stereotype.Repository;

/// Puts everything that happened with a record into one history, newest first.
@Repository
class Timeline {

  private static final String ENTRIES = "entries";
  private static final Field<Integer> COMMENTS =
      field(
              selectCount()
                  .from(ENTRY_COMMENT)
                  .where(ENTRY_COMMENT.RECORD_ID.eq(ofEntry(ID)))
                  .and(ENTRY_COMMENT.OBJECT.eq(ofEntry(OBJECT))))
          .as("comments");

  private final DSLContext db;
  private final TimelineParts parts;
  private final BesideParts beside;
  private final RecordQueries records;
  private final HistoryQueries history;
  private final ObjectTypes types;
  private final Policy policy;

  Timeline(
      DSLContext db,
      TimelineParts parts,
      BesideParts beside,
      RecordQueries records,
      HistoryQueries history,
      ObjectTypes types,
      Policy policy) {
    this.db = db;
    this.parts = parts;
    this.beside = beside;
    this.records = records;
    this.history = history;
    this.types = types;
    this.policy = policy;
  }

  /// One row of what the statement finds.
  private record Row(int phase, OffsetDateTime at, String object, UUID id, int comments) {}

  TimelinePage of(HistoryQueries.Reader reader, ObjectType type, UUID id, TimelineQuery query) {
    var viewer = reader.viewer();
    if (records.find(viewer, type, List.of(id), List.of()).isEmpty()) {
      throw CommonProblem.NOT_FOUND.with();
    }
    var rows = rows(parts.of(new TimelineParts.Subject(viewer, type, id), query));
    var past = rows.stream().filter(row -> row.phase == PAST).toList();
    var more = past.size() > query.limit();
    var shown = more ? past.subList(0, query.limit()) : past;
    var ahead = rows.stream().filter(row -> row.phase != PAST).toList();
    var details = new Details(reader, type, new ArrayList<>(shown));
    details.rows.addAll(ahead);
    var items = items(details);
    var last = more ? shown.getLast() : null;
    return new TimelinePage(
        chosen(ahead, PINNED, items).stream().findFirst().orElse(null),
        chosen(ahead, UPCOMING, items),
        chosen(shown, PAST, items),
        last == null ? null : Cursor.at(last.at, last.id).encode());
  }

  private List<Row> rows(List<Select<Record4<Integer, OffsetDateTime, String, UUID>>> found) {
    Select<Record4<Integer, OffsetDateTime, String, UUID>> all = null;
    for (var part : found) {
      all = all == null ? part : all.union(part);
    }
    if (all == null) {
      return List.of();
    }
    var entries =
        all.asTable(ENTRIES, PHASE.getName(), AT.getName(), OBJECT.getName(), ID.getName());
    return db.select(PHASE, AT, OBJECT, ID, COMMENTS)
        .from(entries)
        .orderBy(
            PHASE,
            when(PHASE.eq(UPCOMING), AT).asc(),
            when(PHASE.ne(UPCOMING), AT).desc(),
            ID.desc())
        .fetch(
            row -> new Row(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
  }

  private static <T> Field<T> ofEntry(Field<T> field) {
    return field(name(ENTRIES, field.getName()), field.getDataType());
  }

  private static List<TimelineItem> chosen(
      List<Row> rows, int phase, Map<UUID, TimelineItem> items) {
    var chosen = new ArrayList<TimelineItem>();
    for (var row : rows) {
      var item = items.get(row.id);
      if (row.phase == phase && item != null) {
        chosen.add(
            new TimelineItem(
                row.at.toInstant().toString(),
                item.object(),
                row.id,
                item.record(),
                item.change(),
                row.comments));
      }
    }
    return chosen;
  }

  /// Whose details are wanted.
  private record Details(HistoryQueries.Reader reader, ObjectType type, List<Row> rows) {}

  /// What each entry shows, one statement for each kind of record and one for the changes.
  private Map<UUID, TimelineItem> items(Details details) {
    var idsByObject = new HashMap<String, List<UUID>>();
    details.rows.forEach(
        row -> idsByObject.computeIfAbsent(row.object, _ -> new ArrayList<>()).add(row.id));
    var items = new HashMap<UUID, TimelineItem>();
    idsByObject.forEach((object, ids) -> {
      if (TimelineQuery.CHANGE.equals(object)) {
        changes(details, ids)
            .forEach((id, change) -> items.put(id, item(object, id, null, change)));
      } else {
        for (var record : told(details.reader.viewer(), object, ids)) {
          if (record.get("id") instanceof UUID id) {
            items.put(id, item(object, id, record, null));
          }
        }
      }
    });
    return items;
  }

  private Collection<Map<String, @Nullable Object>> told(
      Viewer viewer, String object, List<UUID> ids) {
    var other = beside.named(object);
    if (other.isPresent()) {
      return other.get().details(ids).values();
    }
    var kind = types.named(object).orElseThrow();
    return records.find(viewer, kind, ids, policy.visibleFields(viewer, kind));
  }

  private Map<UUID, HistoryItem> changes(Details details, List<UUID> ids) {
    var byNumber =
        history.items(
            details.reader, details.type, ids.stream().map(UUID::getLeastSignificantBits).toList());
    var changes = new HashMap<UUID, HistoryItem>();
    byNumber.forEach((number, item) -> changes.put(new UUID(0, number), item));
    return changes;
  }

  private static TimelineItem item(
      String object,
      UUID id,
      @Nullable Map<String, @Nullable Object> record,
      @Nullable HistoryItem change) {
    return new TimelineItem("", object, id, record, change, 0);
  }
}
