package org.kezhi.network;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.kezhi.db.Tables.ACTIVITY;
import static org.kezhi.db.Tables.SALES_ORDER;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Policy;
import org.kezhi.access.Use;
import org.kezhi.access.Viewer;
import org.kezhi.reading.RecordQueries;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Repository;

/// Reads customers with their figures, all of them at once, as the viewer may see each.
@Repository
class PartyFigures {

  private static final String REVENUE = "value.revenue";

  private final DSLContext db;
  private final Policy policy;
  private final ObjectTypes types;
  private final RecordQueries records;

  PartyFigures(DSLContext db, Policy policy, ObjectTypes types, RecordQueries records) {
    this.db = db;
    this.policy = policy;
    this.types = types;
    this.records = records;
  }

  /// A customer that the viewer sees.
  ///
  /// @param revenue none where the viewer may not see it, as with the others
  record Known(
      Party party,
      @Nullable BigDecimal revenue,
      @Nullable Integer orders,
      @Nullable Integer openTasks) {}

  Map<UUID, Known> of(Viewer viewer, Collection<UUID> customers) {
    var type = types.named("customer").orElseThrow();
    var fields =
        Stream.of(type.titleField().name(), REVENUE)
            .flatMap(name -> policy.visibleField(viewer, type, name).stream())
            .toList();
    var found = records.find(viewer, type, customers, fields);
    var ids = found.stream().map(row -> (UUID) row.get("id")).toArray(UUID[]::new);
    var orders = counts(viewer, new Counted("order", SALES_ORDER.CUSTOMER_ID, List.of()), ids);
    var tasks =
        counts(
            viewer, new Counted("activity", ACTIVITY.CUSTOMER_ID, List.of("dueAt", "done")), ids);
    var known = new HashMap<UUID, Known>();
    for (var row : found) {
      var id = Objects.requireNonNull((UUID) row.get("id"));
      var party = new Party(id, (String) row.get(type.titleField().name()));
      var revenue = revenue(row.get("value"));
      known.put(id, new Known(party, revenue, of(orders, id), of(tasks, id)));
    }
    return known;
  }

  private static @Nullable BigDecimal revenue(@Nullable Object value) {
    return value instanceof Map<?, ?> figures && figures.get("revenue") instanceof Map<?, ?> money
        ? new BigDecimal(String.valueOf(money.get("amount")))
        : null;
  }

  private static @Nullable Integer of(@Nullable Map<UUID, Integer> counts, UUID id) {
    return counts == null ? null : counts.getOrDefault(id, 0);
  }

  /// What is counted.
  ///
  /// @param asked further fields that the count tells something of
  private record Counted(String object, Field<UUID> customer, List<String> asked) {}

  /// Nothing where the viewer may not see the records or the fields that the count tells of.
  private @Nullable Map<UUID, Integer> counts(Viewer viewer, Counted counted, UUID[] ids) {
    var type = types.named(counted.object).orElseThrow();
    var told = Stream.concat(Stream.of("customer"), counted.asked.stream());
    if (!policy.maySee(viewer, type)
        || !told.allMatch(name -> policy.visibleField(viewer, type, name).isPresent())) {
      return null;
    }
    return db.select(counted.customer, count())
        .from(type.table())
        .where(counted.customer.eq(any(ids)))
        .and(StandardColumns.deletedAt(type.table()).isNull())
        .and(meant(type))
        .and(policy.rows(viewer, Use.READ, type, type.table()))
        .groupBy(counted.customer)
        .fetchMap(counted.customer, count());
  }

  private static Condition meant(ObjectType type) {
    return "activity".equals(type.name())
        ? ACTIVITY.DUE_AT.isNotNull().and(ACTIVITY.DONE.isFalse())
        : SALES_ORDER.ID.isNotNull();
  }
}
