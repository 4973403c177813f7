package org.kezhi.reading;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Viewer;
import org.kezhi.platform.FieldError;
import org.kezhi.platform.QueryPlanning;
import org.kezhi.record.FieldKind;
import org.kezhi.record.FilterReader;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordField;
import org.kezhi.record.RecordProblem;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/// Counts and sums records by the values of fields, for boards, subtotals and charts.
@Repository
class Groups {

  private static final int MAX_GROUPS = 1_000;
  private static final String SUM = "sum:";

  private final DSLContext db;
  private final RecordQueries records;
  private final FilterReader filters;
  private final QueryPlanning planning;

  Groups(DSLContext db, RecordQueries records, FilterReader filters, QueryPlanning planning) {
    this.db = db;
    this.records = records;
    this.filters = filters;
    this.planning = planning;
  }

  GroupList list(Viewer viewer, ObjectType type, GroupQuery query) {
    var source = new Source(type, "t");
    var by = records.columns(viewer, type, query.by());
    var sums = summed(viewer, type, query);
    var filter = filters.read(query.filter());
    source.leadBy(Stream.concat(by.stream(), FilterCompiler.fields(type, filter)));
    var where =
        records.matching(
            viewer, source, new ListQuery(filter, List.of(), List.of(), 1, null, null));
    var keys = by.stream().<Field<?>>map(source::compared).toList();
    var select = new ArrayList<Field<?>>(keys);
    var count = count().as("n");
    select.add(count);
    for (var i = 0; i < sums.size(); i++) {
      select.add(sum(source.column(sums.get(i)).coerce(BigDecimal.class)).as("s" + i));
    }
    var grouped =
        db.select(select)
            .from(source.from())
            .where(where)
            .groupBy(keys)
            .orderBy(count.desc())
            .limit(MAX_GROUPS);
    return new GroupList(
        planning
            .forValues(grouped::fetch)
            .map(row -> {
              var key = new LinkedHashMap<String, @Nullable Object>();
              for (var i = 0; i < by.size(); i++) {
                key.put(by.get(i).name(), row.get(i));
              }
              var totals = new LinkedHashMap<String, @Nullable BigDecimal>();
              for (var i = 0; i < sums.size(); i++) {
                totals.put(sums.get(i).name(), row.get("s" + i, BigDecimal.class));
              }
              return new Group(key, row.get(count), totals);
            }));
  }

  private List<RecordField> summed(Viewer viewer, ObjectType type, GroupQuery query) {
    var names =
        query.measures() == null
            ? List.<String>of()
            : query.measures().stream()
                .filter(measure -> measure.startsWith(SUM))
                .map(measure -> measure.substring(SUM.length()))
                .toList();
    var fields = names.isEmpty() ? List.<RecordField>of() : records.columns(viewer, type, names);
    for (var field : fields) {
      if (!field.kind().isNumeric() || field.kind() == FieldKind.PERCENT) {
        throw RecordProblem.INVALID_COLUMNS.in(List.of(FieldError.of(field.name(), "notSummable")));
      }
    }
    return fields;
  }

  /// What to group, by which fields, and which of `count` and `sum:field` to tell.
  record GroupQuery(@Nullable JsonNode filter, List<String> by, @Nullable List<String> measures) {}

  /// The groups, largest first.
  record GroupList(List<Group> groups) {}

  /// One combination of values with its count and sums.
  record Group(
      Map<String, @Nullable Object> key, int count, Map<String, @Nullable BigDecimal> sums) {}
}
