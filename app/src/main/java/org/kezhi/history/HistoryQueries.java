package org.kezhi.history;

import static org.jooq.impl.DSL.noCondition;
import static org.kezhi.db.Tables.APP_USER;
import static org.kezhi.db.Tables.AUDIT_ENTRY;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Policy;
import org.kezhi.access.Use;
import org.kezhi.access.Viewer;
import org.kezhi.history.HistoryPage.Actor;
import org.kezhi.history.HistoryPage.HistoryItem;
import org.kezhi.platform.CommonProblem;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordProblem;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the history of a record for those who may see the record.
@Repository
class HistoryQueries {

  private static final int PAGE = 50;

  private final DSLContext db;
  private final Policy policy;
  private final Changes changes;
  private final JsonMapper json;

  HistoryQueries(DSLContext db, Policy policy, Changes changes, JsonMapper json) {
    this.db = db;
    this.policy = policy;
    this.changes = changes;
    this.json = json;
  }

  /// Who asks, and in which language.
  record Reader(Viewer viewer, Locale language) {}

  HistoryPage of(Reader reader, ObjectType type, UUID id, @Nullable String cursor) {
    requireVisible(reader.viewer(), type, id);
    var rows =
        entries()
            .where(AUDIT_ENTRY.RECORD_ID.eq(id))
            .and(AUDIT_ENTRY.OBJECT.eq(type.name()))
            .and(before(cursor))
            .orderBy(AUDIT_ENTRY.ID.desc())
            .limit(PAGE + 1)
            .fetch();
    var more = rows.size() > PAGE;
    var shown = more ? rows.subList(0, PAGE) : rows;
    var items = List.copyOf(items(reader, type, shown).values());
    return new HistoryPage(
        items, more ? String.valueOf(shown.getLast().get(AUDIT_ENTRY.ID)) : null);
  }

  /// The entries with these numbers, of one kind of record; it is known that the reader sees it.
  Map<Long, HistoryItem> items(Reader reader, ObjectType type, Collection<Long> numbers) {
    return items(reader, type, entries().where(AUDIT_ENTRY.ID.in(numbers)).fetch());
  }

  private SelectOnConditionStep<? extends Record> entries() {
    return db.select(
            AUDIT_ENTRY.ID,
            AUDIT_ENTRY.AT,
            AUDIT_ENTRY.ACTOR,
            AUDIT_ENTRY.CHANNEL,
            AUDIT_ENTRY.ACTION,
            AUDIT_ENTRY.CHANGES,
            APP_USER.DISPLAY_NAME)
        .from(AUDIT_ENTRY)
        .leftJoin(APP_USER)
        .on(APP_USER.ID.eq(AUDIT_ENTRY.ACTOR));
  }

  /// What only touched hidden fields did not happen for this reader.
  private Map<Long, HistoryItem> items(
      Reader reader, ObjectType type, List<? extends Record> rows) {
    var kept = rows.stream().map(row -> changes(row.get(AUDIT_ENTRY.CHANGES))).toList();
    var shownChanges = changes.shown(reader, type, kept);
    var items = new LinkedHashMap<Long, HistoryItem>();
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      if (!shownChanges.get(i).isEmpty() || !"update".equals(row.get(AUDIT_ENTRY.ACTION))) {
        items.put(row.get(AUDIT_ENTRY.ID), item(row, shownChanges.get(i)));
      }
    }
    return items;
  }

  private void requireVisible(Viewer viewer, ObjectType type, UUID id) {
    var table = type.table();
    var visible =
        StandardColumns.id(table)
            .eq(id)
            .and(StandardColumns.deletedAt(table).isNull())
            .and(policy.rows(viewer, Use.READ, type, table));
    if (!db.fetchExists(table, visible)) {
      throw CommonProblem.NOT_FOUND.with();
    }
  }

  private static Condition before(@Nullable String cursor) {
    try {
      return cursor == null || cursor.isEmpty()
          ? noCondition()
          : AUDIT_ENTRY.ID.lt(Long.parseLong(cursor));
    } catch (NumberFormatException _) {
      throw RecordProblem.INVALID_CURSOR.with();
    }
  }

  private JsonNode changes(@Nullable JSONB stored) {
    return stored == null ? json.createObjectNode() : json.readTree(stored.data());
  }

  private static HistoryItem item(Record row, List<HistoryPage.FieldChange> changes) {
    var actor = row.get(AUDIT_ENTRY.ACTOR);
    return new HistoryItem(
        row.get(AUDIT_ENTRY.AT).toInstant().toString(),
        actor == null ? null : new Actor(actor, row.get(APP_USER.DISPLAY_NAME)),
        row.get(AUDIT_ENTRY.CHANNEL),
        row.get(AUDIT_ENTRY.ACTION),
        changes);
  }
}
