package org.kezhi.intake;

import static org.jooq.impl.DSL.name;
import static org.kezhi.db.Tables.IMPORT_RECORD;
import static org.kezhi.db.Tables.ORDER_LINE;
import static org.kezhi.db.Tables.SALES_ORDER;
import static org.kezhi.intake.StagedOrders.AT;
import static org.kezhi.intake.StagedOrders.CODE;
import static org.kezhi.intake.StagedOrders.CUSTOMER;
import static org.kezhi.intake.StagedOrders.CUSTOMER_THERE;
import static org.kezhi.intake.StagedOrders.MADE;
import static org.kezhi.intake.StagedOrders.ORDERS;
import static org.kezhi.intake.StagedOrders.ORDER_ID;
import static org.kezhi.intake.StagedOrders.code;
import static org.kezhi.intake.StagedOrders.customer;
import static org.kezhi.intake.StagedOrders.isNew;
import static org.kezhi.intake.StagedOrders.isUntouched;
import static org.kezhi.intake.StagedOrders.isWritten;

import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.kezhi.access.Policy;
import org.kezhi.access.Use;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordsChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;

/// Finds and makes the orders that lines belong to.
@Repository
class OrderHeads {

  private final DSLContext db;
  private final Policy policy;
  private final ObjectTypes types;
  private final StagedOrders orders;
  private final NewOrders fresh;
  private final StagingTable lines;
  private final ApplicationEventPublisher events;

  OrderHeads(
      DSLContext db,
      Policy policy,
      ObjectTypes types,
      StagedOrders orders,
      NewOrders fresh,
      StagingTable lines,
      ApplicationEventPublisher events) {
    this.db = db;
    this.policy = policy;
    this.types = types;
    this.orders = orders;
    this.fresh = fresh;
    this.lines = lines;
    this.events = events;
  }

  /// Makes the orders that are there ready for their lines, and gives the others their ids.
  void prepare(Chunk chunk) {
    orders.gather(chunk);
    var refused = refuseThere(chunk) + refuseOtherCustomers(chunk);
    if (refused > 0) {
      orders.gatherAgain(chunk);
    }
    if (chunk.settings().is("update")) {
      replace(chunk);
    }
    append();
    fresh.identify();
  }

  /// Makes the new orders, with the sums of the lines that are there already.
  void complete(Chunk chunk) {
    fresh.create(chunk);
    countLines(chunk);
    tell(chunk);
  }

  private int refuseThere(Chunk chunk) {
    return switch (chunk.settings().policy()) {
      case "create" ->
          lines.refuse(
              code(chunk).in(DSL.select(CODE).from(ORDERS).where(isUntouched())), "order", "taken");
      case "update" -> refuseReplacing(chunk);
      default -> 0;
    };
  }

  /// An order is replaced by those who may change it and throw all its lines away.
  private int refuseReplacing(Chunk chunk) {
    var order = types.in(SALES_ORDER);
    var mine =
        DSL.selectOne()
            .from(SALES_ORDER)
            .where(SALES_ORDER.ID.eq(ORDER_ID))
            .and(policy.rows(chunk.viewer(), Use.UPDATE, order, SALES_ORDER));
    var deletable =
        DSL.select(ORDER_LINE.ID)
            .from(ORDER_LINE)
            .where(ORDER_LINE.ORDER_ID.eq(ORDER_ID))
            .and(policy.rows(chunk.viewer(), Use.DELETE, types.in(ORDER_LINE), ORDER_LINE));
    var line = ORDER_LINE.as("line");
    var others =
        DSL.selectOne().from(line).where(line.ORDER_ID.eq(ORDER_ID)).and(line.ID.notIn(deletable));
    var forbidden =
        DSL.select(CODE)
            .from(ORDERS)
            .where(isUntouched())
            .and(DSL.notExists(mine).or(DSL.exists(others)));
    return lines.refuse(code(chunk).in(forbidden), "order", "mayNotChange");
  }

  /// An order has one customer; a line that names another one is not for it.
  private int refuseOtherCustomers(Chunk chunk) {
    if (!chunk.staging().has("customer")) {
      return 0;
    }
    var stored = DSL.when(MADE.isNotNull(), CUSTOMER_THERE);
    var another =
        DSL.selectOne()
            .from(ORDERS)
            .where(CODE.eq(code(chunk)))
            .and(customer(chunk).ne(DSL.coalesce(stored, CUSTOMER)));
    return lines.refuse(DSL.exists(another), "customer", "otherCustomer");
  }

  private void replace(Chunk chunk) {
    var replaced = DSL.select(ORDER_ID).from(ORDERS).where(isUntouched());
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
          .set(SALES_ORDER.CUSTOMER_ID, DSL.coalesce(CUSTOMER, CUSTOMER_THERE))
          .set(SALES_ORDER.VERSION, SALES_ORDER.VERSION.plus(1))
          .set(SALES_ORDER.UPDATED_AT, DSL.currentOffsetDateTime())
          .set(SALES_ORDER.UPDATED_BY, chunk.viewer().id())
          .from(ORDERS)
          .where(SALES_ORDER.ID.eq(ORDER_ID))
          .and(isUntouched())
          .execute();
    }
  }

  private void append() {
    db.update(SALES_ORDER)
        .set(SALES_ORDER.ORDERED_AT, DSL.least(SALES_ORDER.ORDERED_AT, AT))
        .set(SALES_ORDER.CUSTOMER_ID, DSL.coalesce(SALES_ORDER.CUSTOMER_ID, CUSTOMER))
        .from(ORDERS)
        .where(SALES_ORDER.ID.eq(ORDER_ID))
        .and(MADE.isNotNull())
        .and(
            AT.lt(SALES_ORDER.ORDERED_AT)
                .or(SALES_ORDER.CUSTOMER_ID.isNull().and(CUSTOMER.isNotNull())))
        .execute();
  }

  /// Remembers how many lines the orders that were there have after the batch: another number says
  /// that somebody changed the order since.
  ///
  /// The orders are told one by one: nothing is known of a table that the import itself is filling,
  /// and a join planned for one row would go through the batch once for every row.
  private void countLines(Chunk chunk) {
    db.update(IMPORT_RECORD)
        .set(IMPORT_RECORD.LINE_COUNT, SALES_ORDER.LINE_COUNT)
        .from(SALES_ORDER)
        .where(SALES_ORDER.ID.eq(IMPORT_RECORD.RECORD_ID))
        .and(IMPORT_RECORD.IMPORT_ID.eq(chunk.importId()))
        .and(IMPORT_RECORD.RECORD_ID.eq(DSL.any(written(chunk, DSL.not(isNew())))))
        .execute();
  }

  private void tell(Chunk chunk) {
    var ids = written(chunk, DSL.noCondition());
    if (ids.length > 0) {
      events.publishEvent(new RecordsChanged(types.in(SALES_ORDER), List.of(ids)));
    }
  }

  private UUID[] written(Chunk chunk, Condition which) {
    return db.select(ORDER_ID).from(ORDERS).where(isWritten(chunk)).and(which).fetchArray(ORDER_ID);
  }
}
