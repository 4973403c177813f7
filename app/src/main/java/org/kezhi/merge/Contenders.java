package org.kezhi.merge;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.trueCondition;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Policy;
import org.kezhi.access.Use;
import org.kezhi.access.Viewer;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.FieldError;
import org.kezhi.reading.RecordQueries;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordField;
import org.kezhi.record.RecordProblem;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Repository;

/// Brings together the records of which one is to stay, if the viewer may merge them.
@Repository
class Contenders {

  private static final String SETTINGS = "settings";

  private final DSLContext db;
  private final Policy policy;
  private final RecordQueries queries;

  Contenders(DSLContext db, Policy policy, RecordQueries queries) {
    this.db = db;
    this.policy = policy;
    this.queries = queries;
  }

  /// The records by their ids, in the order in which their values are preferred: the one that
  /// stays, then those that were changed last.
  record Rows(ObjectType type, UUID survivor, List<UUID> ids, Map<UUID, Record> rows) {

    @Nullable Object value(UUID id, String column) {
      return Objects.requireNonNull(rows.get(id)).get(column);
    }
  }

  /// @param locked whether nobody else may write them until the transaction ends
  Rows read(Viewer viewer, ObjectType type, MergeOrder order, boolean locked) {
    refuse(type, order);
    var table = type.table();
    var id = StandardColumns.id(table);
    var columns = new ArrayList<Field<?>>(type.columns());
    type.fields().stream()
        .filter(RecordField::isStored)
        .map(RecordField::column)
        .filter(column -> !columns.contains(column))
        .forEach(columns::add);
    var rights =
        List.of(Use.READ, Use.UPDATE, Use.DELETE).stream()
            .map(use ->
                coalesce(
                        field(trueCondition().and(policy.rows(viewer, use, type, table))),
                        inline(false))
                    .as("may_" + use))
            .toList();
    columns.addAll(rights);
    var select =
        db.select(columns)
            .from(table)
            .where(id.in(order.ids()))
            .and(StandardColumns.deletedAt(table).isNull())
            .orderBy(id);
    var found = (locked ? select.forUpdate() : select).fetch();
    var rows = new HashMap<UUID, Record>();
    found.forEach(row -> rows.put(row.get("id", UUID.class), row));
    allow(order, rows);
    if (locked) {
      refuseStale(viewer, type, order, rows);
    }
    refuseMixedSums(type, rows);
    return new Rows(type, order.survivor(), preferred(order, rows), rows);
  }

  /// Colleagues, units and roles carry rights: two of them are never one.
  private static void refuse(ObjectType type, MergeOrder order) {
    if (SETTINGS.equals(type.group())) {
      throw MergeProblem.NOT_MERGEABLE.with();
    } else if (!order.ids().contains(order.survivor())
        || new HashSet<>(order.ids()).size() < order.ids().size()) {
      throw CommonProblem.INVALID.in(List.of(FieldError.of("records", "notAReference")));
    }
  }

  /// Unseen is not found; seen but out of reach is not allowed.
  private static void allow(MergeOrder order, Map<UUID, Record> rows) {
    if (rows.size() < order.ids().size()
        || !rows.values().stream().allMatch(r -> may(r, Use.READ))) {
      throw CommonProblem.NOT_FOUND.with();
    }
    var mayMerge =
        rows.values().stream().allMatch(row -> may(row, Use.UPDATE))
            && order.merged().stream()
                .allMatch(id -> may(Objects.requireNonNull(rows.get(id)), Use.DELETE));
    if (!mayMerge) {
      throw CommonProblem.NOT_ALLOWED.with();
    }
  }

  private static boolean may(Record row, Use use) {
    return row.get("may_" + use, Boolean.class);
  }

  private void refuseStale(
      Viewer viewer, ObjectType type, MergeOrder order, Map<UUID, Record> rows) {
    for (var seen : order.records()) {
      if (seen.version() == null) {
        throw RecordProblem.VERSION_REQUIRED.with();
      }
      var now = Objects.requireNonNull(rows.get(seen.id())).get("version", Long.class);
      if (!seen.version().equals(now)) {
        throw RecordProblem.STALE
            .with()
            .carrying("current", queries.find(viewer, type, seen.id()).orElseGet(Map::of));
      }
    }
  }

  private static boolean isOwnMoney(RecordField field) {
    return field.money() != null && field.money().isOwn();
  }

  /// What a record sums up over others can only be in one currency.
  private static void refuseMixedSums(ObjectType type, Map<UUID, Record> rows) {
    var currency = type.currency().orElse(null);
    var sums =
        type.fields().stream()
            .anyMatch(field -> field.readOnly() && field.isStored() && isOwnMoney(field));
    if (currency != null
        && sums
        && rows.values().stream().map(row -> row.get(currency)).distinct().count() > 1) {
      throw MergeProblem.DIFFERENT_CURRENCIES.with();
    }
  }

  private static List<UUID> preferred(MergeOrder order, Map<UUID, Record> rows) {
    var ids = new ArrayList<>(List.of(order.survivor()));
    order.merged().stream()
        .sorted(
            Comparator.comparing((UUID id) ->
                    Objects.requireNonNull(rows.get(id)).get("updated_at", OffsetDateTime.class))
                .reversed())
        .forEach(ids::add);
    return ids;
  }
}
