package org.kezhi.reading;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Viewer;
import org.kezhi.platform.QueryPlanning;
import org.kezhi.platform.Settings;
import org.kezhi.record.FieldKind;
import org.kezhi.record.FilterReader;
import org.kezhi.record.ObjectType;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/// Counts and measures records by the values of fields, for boards, subtotals, footers and charts.
@Repository
class Groups {

  private static final int MAX_GROUPS = 1_000;
  private static final String COUNT = "n";

  private final DSLContext db;
  private final RecordQueries records;
  private final FilterReader filters;
  private final QueryPlanning planning;
  private final Settings settings;

  Groups(
      DSLContext db,
      RecordQueries records,
      FilterReader filters,
      QueryPlanning planning,
      Settings settings) {
    this.db = db;
    this.records = records;
    this.filters = filters;
    this.planning = planning;
    this.settings = settings;
  }

  GroupList list(Viewer viewer, ObjectType type, GroupQuery query) {
    var filter = filters.read(query.filter());
    var keys = keys(viewer, type, query.by());
    var measures = measures(viewer, type, query.measures());
    var source = records.source(viewer, type);
    source.leadBy(
        Stream.concat(keys.stream().map(GroupKey::field), FilterCompiler.fields(type, filter)));
    var where = records.matching(viewer, source, ListQuery.of(filter, query.q()));
    var by = keys.stream().<Field<?>>map(key -> key.column(source, settings.zone())).toList();
    var select = new ArrayList<Field<?>>(List.of(count().as(COUNT)));
    for (var i = 0; i < keys.size(); i++) {
      select.add(by.get(i).as("k" + i));
      if (keys.get(i).field().kind() == FieldKind.REFERENCE) {
        var title = records.title(viewer, keys.get(i).field(), by.get(i).coerce(UUID.class));
        select.add(title.as("t" + i));
      }
    }
    for (var i = 0; i < measures.size(); i++) {
      select.addAll(measures.get(i).columns(source, "m" + i));
    }
    var grouped =
        db.select(select)
            .from(source.from())
            .where(where)
            .groupBy(by)
            .orderBy(field(COUNT).desc())
            .limit(MAX_GROUPS + 1);
    var rows = planning.forValues(grouped::fetch);
    var shown = rows.subList(0, Math.min(rows.size(), MAX_GROUPS));
    return new GroupList(
        shown.stream().map(row -> group(row, keys, measures)).toList(),
        shown.size() == rows.size());
  }

  private List<GroupKey> keys(Viewer viewer, ObjectType type, @Nullable List<String> names) {
    return Stream.ofNullable(names)
        .flatMap(List::stream)
        .map(name -> records.groupKey(viewer, type, name))
        .toList();
  }

  private List<Measure> measures(Viewer viewer, ObjectType type, @Nullable List<String> names) {
    return Stream.ofNullable(names)
        .flatMap(List::stream)
        .filter(name -> !Measure.COUNT.equals(name))
        .map(name -> records.measure(viewer, type, name))
        .toList();
  }

  private Group group(Record row, List<GroupKey> keys, List<Measure> measures) {
    var key = new LinkedHashMap<String, @Nullable Object>();
    for (var i = 0; i < keys.size(); i++) {
      key.put(keys.get(i).name(), value(row, keys.get(i), i));
    }
    var measured = new LinkedHashMap<String, @Nullable Object>();
    for (var i = 0; i < measures.size(); i++) {
      var measure = measures.get(i);
      measured.put(measure.name(), measure.read(row, "m" + i, settings.baseCurrency()));
    }
    return new Group(key, row.get(COUNT, Integer.class), measured);
  }

  private static @Nullable Object value(Record row, GroupKey key, int index) {
    var value = row.get("k" + index);
    return value instanceof UUID id && key.field().kind() == FieldKind.REFERENCE
        ? Selection.reference(id, row.get("t" + index))
        : Selection.plain(value);
  }

  /// What to group, by which fields, and what to tell of each group beside `count`: `sum:field`,
  /// `avg:`, `min:`, `max:`, and `filled:` for how many have a value. By nothing is one group.
  record GroupQuery(
      @Nullable JsonNode filter,
      @Nullable String q,
      @Nullable List<String> by,
      @Nullable List<String> measures) {}

  /// The groups, largest first, and whether these are all.
  record GroupList(List<Group> groups, boolean complete) {}

  /// One combination of values with its count and measures.
  record Group(
      Map<String, @Nullable Object> key, int count, Map<String, @Nullable Object> measures) {}
}
