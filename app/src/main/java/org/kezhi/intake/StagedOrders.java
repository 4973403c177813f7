package org.kezhi.intake;

import static org.jooq.impl.DSL.name;
import static org.kezhi.db.Tables.IMPORT_RECORD;
import static org.kezhi.db.Tables.ORDER_LINE;
import static org.kezhi.db.Tables.SALES_ORDER;
import static org.kezhi.intake.Staging.FAULT;
import static org.kezhi.intake.Staging.LINE;
import static org.kezhi.intake.Staging.TABLE;
import static org.kezhi.intake.StagingTable.unqualified;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;

/// Gathers the orders that the good lines of a batch name: what the lines say about each, and what
/// is there. A temporary table holds a row for each, so that statements need not go by the lines.
@Repository
class StagedOrders {

  static final Table<?> ORDERS = DSL.table(name("import_order"));
  static final Field<String> CODE = column("code", SQLDataType.CLOB);
  static final Field<Long> FIRST_LINE = column("first_line", SQLDataType.BIGINT);

  /// The earliest time that a line names.
  static final Field<OffsetDateTime> AT = column("at", SQLDataType.TIMESTAMPWITHTIMEZONE);

  /// The customer of the first line that names one.
  static final Field<UUID> CUSTOMER = column("customer", SQLDataType.UUID);

  static final Field<Integer> LINES = column("lines", SQLDataType.INTEGER);
  static final Field<BigDecimal> AMOUNT = column("amount", SQLDataType.NUMERIC);
  static final Field<BigDecimal> COST = column("cost", SQLDataType.NUMERIC);

  static final Field<UUID> ORDER_ID = column("order_id", SQLDataType.UUID);
  static final Field<UUID> CUSTOMER_THERE = column("customer_there", SQLDataType.UUID);

  /// How many lines the order has already; empty if there is no such order yet.
  static final Field<Integer> LINES_THERE = column("lines_there", SQLDataType.INTEGER);

  /// Whether an earlier batch made the order or replaced it; empty if it did neither.
  static final Field<Boolean> MADE = column("made", SQLDataType.BOOLEAN);

  private static final List<Field<?>> SAID =
      List.of(CODE, FIRST_LINE, AT, CUSTOMER, LINES, AMOUNT, COST);
  private static final List<Field<?>> THERE = List.of(ORDER_ID, CUSTOMER_THERE, LINES_THERE, MADE);

  private final DSLContext db;

  StagedOrders(DSLContext db) {
    this.db = db;
  }

  void gather(Chunk chunk) {
    db.createTemporaryTable(ORDERS)
        .columns(names(SAID))
        .columns(names(THERE))
        .onCommitDrop()
        .execute();
    fill(chunk);
  }

  /// Lines were refused meanwhile: what they said does not count.
  void gatherAgain(Chunk chunk) {
    db.deleteFrom(ORDERS).execute();
    fill(chunk);
  }

  static Condition isNew() {
    return LINES_THERE.isNull();
  }

  /// Whether the order was there before the import and is as it was.
  static Condition isUntouched() {
    return LINES_THERE.isNotNull().and(MADE.isNull());
  }

  /// Whether the lines are written: an order that was there is left alone unless it is replaced.
  static Condition isWritten(Chunk chunk) {
    return chunk.settings().is("update") ? DSL.trueCondition() : DSL.not(isUntouched());
  }

  static Field<String> code(Chunk chunk) {
    return chunk.staging().value("order", SQLDataType.CLOB);
  }

  static Field<UUID> customer(Chunk chunk) {
    return chunk.staging().has("customer")
        ? chunk.staging().reference("customer")
        : DSL.castNull(SQLDataType.UUID);
  }

  private void fill(Chunk chunk) {
    var at = chunk.staging().value("orderedAt", SQLDataType.TIMESTAMPWITHTIMEZONE);
    var money = new LineMoney(chunk.staging());
    db.insertInto(ORDERS)
        .columns(names(SAID))
        .select(
            DSL.select(
                    code(chunk),
                    DSL.min(LINE),
                    DSL.min(at),
                    DSL.field(
                        "(array_agg({0} order by {1}) filter (where {0} is not null))[1]",
                        SQLDataType.UUID, customer(chunk), LINE),
                    DSL.count(),
                    DSL.sum(money.amount().cast(ORDER_LINE.AMOUNT)),
                    DSL.coalesce(DSL.sum(money.cost()), BigDecimal.ZERO))
                .from(TABLE)
                .where(FAULT.isNull())
                .groupBy(code(chunk)))
        .execute();
    db.execute("analyze {0}", ORDERS);
    find(chunk);
  }

  /// Nothing is known of a table that the import itself is filling, and a join planned for one row
  /// would go through the batch once for every row: what it wrote is asked for by its key.
  private void find(Chunk chunk) {
    var made =
        DSL.select(IMPORT_RECORD.CREATED)
            .from(IMPORT_RECORD)
            .where(IMPORT_RECORD.IMPORT_ID.eq(chunk.importId()))
            .and(IMPORT_RECORD.RECORD_ID.eq(SALES_ORDER.ID));
    db.update(ORDERS)
        .set(unqualified(ORDER_ID), SALES_ORDER.ID)
        .set(unqualified(CUSTOMER_THERE), SALES_ORDER.CUSTOMER_ID)
        .set(unqualified(LINES_THERE), SALES_ORDER.LINE_COUNT)
        .set(unqualified(MADE), DSL.field(made))
        .from(SALES_ORDER)
        .where(SALES_ORDER.CODE.eq(CODE))
        .and(SALES_ORDER.DELETED_AT.isNull())
        .execute();
  }

  private static List<? extends Field<?>> names(List<Field<?>> columns) {
    return columns.stream().map(StagingTable::unqualified).toList();
  }

  private static <T> Field<T> column(String name, DataType<T> type) {
    return DSL.field(DSL.name("import_order", name), type);
  }
}
