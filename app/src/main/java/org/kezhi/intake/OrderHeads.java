package org.kezhi.intake;

import static org.jooq.impl.DSL.name;
import static org.kezhi.db.Tables.IMPORT_RECORD;
import static org.kezhi.db.Tables.ORDER_LINE;
import static org.kezhi.db.Tables.SALES_ORDER;
import static org.kezhi.intake.Staging.FAULT;
import static org.kezhi.intake.Staging.LINE;
import static org.kezhi.intake.Staging.MATCH;
import static org.kezhi.intake.Staging.OUTCOME;
import static org.kezhi.intake.Staging.TABLE;
import static org.kezhi.intake.StagingTable.unqualified;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kezhi.access.Policy;
import org.kezhi.access.Use;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordsChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;

/// Finds and makes the orders that lines belong to. The outcome of a line says how its order came
/// about: `create` now, `replace` now, `append` if an earlier batch made it, or `skip`.
@Repository
class OrderHeads {

  static final Field<String> CODE = DSL.field(name("head", "code"), SQLDataType.CLOB);
  static final Field<OffsetDateTime> AT =
      DSL.field(name("head", "at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
  static final Field<UUID> CUSTOMER = DSL.field(name("head", "customer"), SQLDataType.UUID);

  private final DSLContext db;
  private final Policy policy;
  private final ObjectTypes types;
  private final NewOrders fresh;
  private final StagingTable lines;
  private final ApplicationEventPublisher events;

  OrderHeads(
      DSLContext db,
      Policy policy,
      ObjectTypes types,
      NewOrders fresh,
      StagingTable lines,
      ApplicationEventPublisher events) {
    this.db = db;
    this.policy = policy;
    this.types = types;
    this.fresh = fresh;
    this.lines = lines;
    this.events = events;
  }

  void write(Chunk chunk) {
    find(chunk);
    decide(chunk);
    rejectOtherCustomers(chunk);
    replace(chunk);
    append(chunk);
    fresh.create(chunk);
    find(chunk);
    tell();
  }

  static Field<String> code(Chunk chunk) {
    return chunk.staging().value("order", SQLDataType.CLOB);
  }

  private static Field<UUID> customer(Chunk chunk) {
    return chunk.staging().has("customer")
        ? chunk.staging().reference("customer")
        : DSL.castNull(SQLDataType.UUID);
  }

  /// Links the lines to the orders that are there, those just made included.
  private void find(Chunk chunk) {
    db.update(TABLE)
        .set(unqualified(MATCH), SALES_ORDER.ID)
        .from(SALES_ORDER)
        .where(SALES_ORDER.CODE.eq(code(chunk)))
        .and(SALES_ORDER.DELETED_AT.isNull())
        .and(MATCH.isNull())
        .and(FAULT.isNull())
        .execute();
  }

  private void decide(Chunk chunk) {
    var there = chunk.settings().is("update") ? "replace" : "skip";
    var ours =
        DSL.exists(
            DSL.selectOne()
                .from(IMPORT_RECORD)
                .where(IMPORT_RECORD.IMPORT_ID.eq(chunk.importId()))
                .and(IMPORT_RECORD.RECORD_ID.eq(MATCH)));
    db.update(TABLE)
        .set(
            unqualified(OUTCOME),
            DSL.when(MATCH.isNull(), DSL.inline("create"))
                .when(ours, DSL.inline("append"))
                .otherwise(DSL.inline(there)))
        .where(FAULT.isNull())
        .execute();
    if (chunk.settings().is("create")) {
      lines.refuse(OUTCOME.eq("skip"), "order", "taken");
    }
    refuseReplacing(chunk);
  }

  /// An order is replaced by those who may change it and throw all its lines away.
  private void refuseReplacing(Chunk chunk) {
    var order = types.in(SALES_ORDER);
    var mine =
        DSL.selectOne()
            .from(SALES_ORDER)
            .where(SALES_ORDER.ID.eq(MATCH))
            .and(policy.rows(chunk.viewer(), Use.UPDATE, order, SALES_ORDER));
    var deletable =
        DSL.select(ORDER_LINE.ID)
            .from(ORDER_LINE)
            .where(ORDER_LINE.ORDER_ID.eq(MATCH))
            .and(policy.rows(chunk.viewer(), Use.DELETE, types.in(ORDER_LINE), ORDER_LINE));
    var line = ORDER_LINE.as("line");
    var others =
        DSL.selectOne().from(line).where(line.ORDER_ID.eq(MATCH)).and(line.ID.notIn(deletable));
    lines.refuse(
        OUTCOME.eq("replace").and(DSL.notExists(mine).or(DSL.exists(others))),
        "order",
        "mayNotChange");
  }

  /// An order has one customer; a line that names another one is not for it.
  private void rejectOtherCustomers(Chunk chunk) {
    if (chunk.staging().has("customer")) {
      var stored =
          DSL.field(
              DSL.select(SALES_ORDER.CUSTOMER_ID)
                  .from(SALES_ORDER)
                  .where(SALES_ORDER.ID.eq(MATCH))
                  .and(OUTCOME.eq("append")));
      var others =
          DSL.select(LINE)
              .from(TABLE)
              .join(heads(chunk))
              .on(CODE.eq(code(chunk)))
              .where(FAULT.isNull())
              .and(customer(chunk).ne(DSL.coalesce(stored, CUSTOMER)));
      lines.refuse(LINE.in(others), "customer", "otherCustomer");
    }
  }

  /// What the lines of the batch say about each order: its earliest time counts.
  static Table<?> heads(Chunk chunk) {
    var at = chunk.staging().value("orderedAt", SQLDataType.TIMESTAMPWITHTIMEZONE);
    return DSL.select(
            code(chunk).as("code"),
            DSL.min(at).as("at"),
            DSL.field(
                    "(array_agg({0} order by {1}) filter (where {0} is not null))[1]",
                    SQLDataType.UUID, customer(chunk), LINE)
                .as("customer"),
            DSL.min(OUTCOME).as("outcome"))
        .from(TABLE)
        .where(FAULT.isNull())
        .groupBy(code(chunk))
        .asTable("head");
  }

  private void replace(Chunk chunk) {
    var replaced = DSL.select(MATCH).from(TABLE).where(FAULT.isNull()).and(OUTCOME.eq("replace"));
    var before =
        DSL.field(
            "jsonb_build_object('order', to_jsonb({0}), 'lines', ({1}))",
            JSONB.class,
            DSL.field(name("sales_order")),
            DSL.select(DSL.field("coalesce(jsonb_agg(to_jsonb({0})), '[]')", name("order_line")))
                .from(ORDER_LINE)
                .where(ORDER_LINE.ORDER_ID.eq(SALES_ORDER.ID)));
    var remembered =
        WrittenRecords.remember(
            db,
            DSL.select(
                    DSL.val(chunk.importId()),
                    SALES_ORDER.ID,
                    DSL.inline("order"),
                    DSL.inline(false),
                    SALES_ORDER.VERSION.plus(1),
                    before)
                .from(SALES_ORDER)
                .where(SALES_ORDER.ID.in(replaced)));
    if (remembered > 0) {
      db.deleteFrom(ORDER_LINE).where(ORDER_LINE.ORDER_ID.in(replaced)).execute();
      db.update(SALES_ORDER)
          .set(SALES_ORDER.ORDERED_AT, AT)
          .set(SALES_ORDER.CUSTOMER_ID, DSL.coalesce(CUSTOMER, SALES_ORDER.CUSTOMER_ID))
          .set(SALES_ORDER.VERSION, SALES_ORDER.VERSION.plus(1))
          .set(SALES_ORDER.UPDATED_AT, DSL.currentOffsetDateTime())
          .set(SALES_ORDER.UPDATED_BY, chunk.viewer().id())
          .from(heads(chunk))
          .where(SALES_ORDER.CODE.eq(CODE))
          .and(SALES_ORDER.ID.in(replaced))
          .execute();
    }
  }

  private void append(Chunk chunk) {
    var appended = DSL.select(MATCH).from(TABLE).where(FAULT.isNull()).and(OUTCOME.eq("append"));
    db.update(SALES_ORDER)
        .set(SALES_ORDER.ORDERED_AT, DSL.least(SALES_ORDER.ORDERED_AT, AT))
        .set(SALES_ORDER.CUSTOMER_ID, DSL.coalesce(SALES_ORDER.CUSTOMER_ID, CUSTOMER))
        .from(heads(chunk))
        .where(SALES_ORDER.CODE.eq(CODE))
        .and(SALES_ORDER.ID.in(appended))
        .and(
            AT.lt(SALES_ORDER.ORDERED_AT)
                .or(SALES_ORDER.CUSTOMER_ID.isNull().and(CUSTOMER.isNotNull())))
        .execute();
  }

  /// Remembers how many lines each order has after the batch: another number says that somebody
  /// changed the order since.
  ///
  /// The orders are told one by one: nothing is known of a table that the import itself is filling,
  /// and a join planned for one row would go through the batch once for every row.
  void countLines(Chunk chunk) {
    db.update(IMPORT_RECORD)
        .set(IMPORT_RECORD.LINE_COUNT, SALES_ORDER.LINE_COUNT)
        .from(SALES_ORDER)
        .where(SALES_ORDER.ID.eq(IMPORT_RECORD.RECORD_ID))
        .and(IMPORT_RECORD.IMPORT_ID.eq(chunk.importId()))
        .and(IMPORT_RECORD.RECORD_ID.eq(DSL.any(touched().toArray(UUID[]::new))))
        .execute();
  }

  private List<UUID> touched() {
    return db.selectDistinct(MATCH)
        .from(TABLE)
        .where(FAULT.isNull())
        .and(OUTCOME.ne("skip"))
        .fetch(MATCH);
  }

  private void tell() {
    var ids = touched();
    if (!ids.isEmpty()) {
      events.publishEvent(new RecordsChanged(types.in(SALES_ORDER), ids));
    }
  }
}
