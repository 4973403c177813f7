package org.kezhi.insight;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.kezhi.db.Tables.CUSTOMER_VALUE;
import static org.kezhi.db.Tables.CUSTOMER_VALUE_HISTORY;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.kezhi.warehouse.PostgresRows;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes the figures of customers, touching only those rows that have changed.
@Repository
class CustomerValueRepository {

  private static final Name STAGING = name("customer_value_staging");
  private static final Table<?> STAGED = table(STAGING);

  private final DSLContext db;

  CustomerValueRepository(DSLContext db) {
    this.db = db;
  }

  /// The columns in the order in which a file must bring them.
  static List<Field<?>> columns() {
    var columns = new ArrayList<>(List.of(CUSTOMER_VALUE.fields()));
    columns.removeAll(CopiedColumns.copies());
    return columns;
  }

  /// Readers see all old figures until the caller's transaction commits, then all new ones.
  ///
  /// @param figures a CSV file with one row per customer
  /// @return how many customers have other figures than before
  @Transactional(propagation = Propagation.MANDATORY)
  long replace(Path figures, LocalDate asOf) {
    db.execute("create temporary table {0} (like {1}) on commit drop", STAGED, CUSTOMER_VALUE);
    PostgresRows.copyIn(db, STAGED, columns(), figures);
    db.execute("analyze {0}", STAGED);
    var changed = update();
    keep(asOf);
    return changed;
  }

  private long update() {
    var values =
        columns().stream().filter(column -> !column.equals(CUSTOMER_VALUE.CUSTOMER_ID)).toList();
    return db.update(CUSTOMER_VALUE)
        .set(staged(values))
        .from(STAGED)
        .where(CUSTOMER_VALUE.CUSTOMER_ID.eq(staged(CUSTOMER_VALUE.CUSTOMER_ID)))
        .and(differs(values, values.stream().map(this::stagedAny).toList()))
        .execute();
  }

  /// Writes the period's row of every customer that is more than a suspect.
  private void keep(LocalDate asOf) {
    var history = CUSTOMER_VALUE_HISTORY;
    var periodEnd = asOf.minusDays(1).with(TemporalAdjusters.lastDayOfMonth());
    var figures =
        Arrays.stream(history.fields())
            .filter(column -> CUSTOMER_VALUE.field(column.getName()) != null)
            .toList();
    var columns = new ArrayList<Field<?>>(figures);
    columns.addAll(List.of(history.PERIOD_END, history.AS_OF));
    var values = new ArrayList<Field<?>>(figures.stream().map(this::stagedAny).toList());
    values.addAll(List.of(inline(periodEnd), inline(asOf)));
    var changing = new ArrayList<>(columns);
    changing.removeAll(List.of(history.CUSTOMER_ID, history.PERIOD_END));
    var excluded = new LinkedHashMap<Field<?>, Object>();
    changing.forEach(column -> excluded.put(column, DSL.excluded(column)));
    var known =
        select(inline(1))
            .from(CUSTOMER_VALUE)
            .where(CUSTOMER_VALUE.CUSTOMER_ID.eq(staged(CUSTOMER_VALUE.CUSTOMER_ID)));
    db.insertInto(history)
        .columns(columns)
        .select(
            select(values)
                .from(STAGED)
                .where(staged(CUSTOMER_VALUE.LAYER).ne(inline("suspect")))
                .andExists(known))
        .onConflict(history.CUSTOMER_ID, history.PERIOD_END)
        .doUpdate()
        .set(excluded)
        .where(differs(changing, changing.stream().<Field<?>>map(DSL::excluded).toList()))
        .execute();
  }

  private static org.jooq.Condition differs(List<Field<?>> old, List<? extends Field<?>> fresh) {
    return DSL.condition("{0} is distinct from {1}", row(old), row(fresh));
  }

  private Map<Field<?>, Object> staged(List<Field<?>> columns) {
    var values = new LinkedHashMap<Field<?>, Object>();
    columns.forEach(column -> values.put(column, stagedAny(column)));
    return values;
  }

  private Field<?> stagedAny(Field<?> column) {
    return staged(column);
  }

  private <T> Field<T> staged(Field<T> column) {
    return field(STAGING.append(column.getName()), column.getDataType());
  }
}
