package org.kezhi.intake;

import static org.kezhi.db.Tables.CUSTOMER;
import static org.kezhi.db.Tables.ORDER_LINE;
import static org.kezhi.db.Tables.SALES_ORDER;
import static org.kezhi.intake.StagedOrders.CODE;
import static org.kezhi.intake.StagedOrders.LINES_THERE;
import static org.kezhi.intake.StagedOrders.MADE;
import static org.kezhi.intake.StagedOrders.ORDERS;
import static org.kezhi.intake.StagedOrders.ORDER_ID;
import static org.kezhi.intake.StagedOrders.code;
import static org.kezhi.intake.StagedOrders.isNew;
import static org.kezhi.intake.StagedOrders.isWritten;
import static org.kezhi.intake.Staging.FAULT;
import static org.kezhi.intake.Staging.ID;
import static org.kezhi.intake.Staging.LINE;
import static org.kezhi.intake.Staging.TABLE;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kezhi.access.FieldAccess;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.platform.FieldError;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/// Takes lines of sales: makes orders from their numbers, and customers and products if asked.
@Repository
@Order(0)
class OrderLineTarget implements ImportTarget {

  private final DSLContext db;
  private final Policy policy;
  private final ObjectTypes types;
  private final NamedRecords named;
  private final MissingRecords missing;
  private final OrderHeads heads;
  private final MostFrequent mostFrequent;
  private final StagingTable lines;

  OrderLineTarget(
      DSLContext db,
      Policy policy,
      ObjectTypes types,
      NamedRecords named,
      MissingRecords missing,
      OrderHeads heads,
      MostFrequent mostFrequent,
      StagingTable lines) {
    this.db = db;
    this.policy = policy;
    this.types = types;
    this.named = named;
    this.missing = missing;
    this.heads = heads;
    this.mostFrequent = mostFrequent;
    this.lines = lines;
  }

  @Override
  public boolean takes(ObjectType type) {
    return type.table().equals(ORDER_LINE);
  }

  @Override
  public List<ImportField> fields(Viewer viewer, ObjectType type) {
    return Stream.of(
            field(viewer, "order", ORDER_LINE, ORDER_LINE.ORDER_ID),
            field(viewer, "orderedAt", SALES_ORDER, SALES_ORDER.ORDERED_AT),
            field(viewer, "customer", SALES_ORDER, SALES_ORDER.CUSTOMER_ID),
            field(viewer, "customerName", CUSTOMER, CUSTOMER.NAME),
            field(viewer, "customerRegion", CUSTOMER, CUSTOMER.REGION),
            field(viewer, "product", ORDER_LINE, ORDER_LINE.PRODUCT_ID),
            field(viewer, "description", ORDER_LINE, ORDER_LINE.DESCRIPTION),
            field(viewer, "quantity", ORDER_LINE, ORDER_LINE.QUANTITY),
            field(viewer, "unitPrice", ORDER_LINE, ORDER_LINE.UNIT_PRICE),
            field(viewer, "discount", ORDER_LINE, ORDER_LINE.DISCOUNT),
            field(viewer, "amount", ORDER_LINE, ORDER_LINE.AMOUNT),
            field(viewer, "cost", ORDER_LINE, ORDER_LINE.COST))
        .flatMap(List::stream)
        .toList();
  }

  /// A field that the viewer may write; the amount follows from the others and has their rights.
  private List<ImportField> field(
      Viewer viewer, String name, Table<?> table, TableField<?, ?> column) {
    var type = types.in(table);
    var rule = type.field(column);
    var guarded = column.equals(ORDER_LINE.AMOUNT) ? type.field(ORDER_LINE.UNIT_PRICE) : rule;
    if (policy.access(viewer, type, guarded) != FieldAccess.WRITABLE) {
      return List.of();
    }
    var isKey = List.of("order", "customer", "product").contains(name);
    var required = List.of("order", "orderedAt", "quantity").contains(name);
    return List.of(new ImportField(name, "field.orderLine." + name, rule, isKey, required));
  }

  @Override
  public List<String> matchFields(ObjectType type) {
    return List.of("order");
  }

  @Override
  public List<String> creatable(Viewer viewer, ObjectType type) {
    return Stream.of("customer", "product")
        .filter(object -> missing.canMake(viewer, types.named(object).orElseThrow()))
        .toList();
  }

  @Override
  public List<FieldError> check(Viewer viewer, ObjectType type, ImportSettings settings) {
    var errors = new ArrayList<FieldError>();
    for (var field : fields(viewer, type)) {
      if (field.required() && !settings.mapping().containsKey(field.name())) {
        errors.add(FieldError.of(field.name(), "notMapped"));
      }
    }
    if (!settings.mapping().containsKey("unitPrice") && !settings.mapping().containsKey("amount")) {
      errors.add(FieldError.of("unitPrice", "notMapped"));
    }
    if (!viewer.rights("order").create() || !viewer.rights("orderLine").create()) {
      errors.add(FieldError.of("order", "mayNotCreate"));
    }
    return errors;
  }

  @Override
  public ImportCounts write(Chunk chunk) {
    requireValues(chunk);
    for (var field : chunk.staging().fields()) {
      if (List.of("customer", "product").contains(field.name())) {
        named.resolveAndHold(chunk, field, types.named(field.name()).orElseThrow());
        named.rejectUnknown(chunk, field);
      }
    }
    heads.prepare(chunk);
    db.execute("set constraints order_line_order_id_fkey deferred");
    insertLines(chunk);
    heads.complete(chunk);
    db.execute("set constraints order_line_order_id_fkey immediate");
    mostFrequent.count(chunk, "customer", "customerName", "name");
    mostFrequent.count(chunk, "customer", "customerRegion", "region");
    mostFrequent.count(chunk, "product", "description", "name");
    return counts(chunk);
  }

  @Override
  public void finish(Chunk whole) {
    mostFrequent.apply(whole);
  }

  private void requireValues(Chunk chunk) {
    for (var field : chunk.staging().fields()) {
      if (field.required()) {
        lines.refuse(chunk.staging().value(field.name()).isNull(), field.name(), "required");
      }
    }
    var money = new LineMoney(chunk.staging());
    lines.refuse(money.price().isNull(), "unitPrice", "required");
  }

  private void insertLines(Chunk chunk) {
    var money = new LineMoney(chunk.staging());
    var actor = DSL.val(chunk.viewer().id());
    var before = DSL.when(MADE.isNotNull(), LINES_THERE).otherwise(0);
    db.insertInto(
            ORDER_LINE,
            ORDER_LINE.ID,
            ORDER_LINE.CREATED_BY,
            ORDER_LINE.UPDATED_BY,
            ORDER_LINE.ORDER_ID,
            ORDER_LINE.LINE_NO,
            ORDER_LINE.PRODUCT_ID,
            ORDER_LINE.DESCRIPTION,
            ORDER_LINE.QUANTITY,
            ORDER_LINE.UNIT_PRICE,
            ORDER_LINE.DISCOUNT,
            ORDER_LINE.AMOUNT,
            ORDER_LINE.COST)
        .select(
            DSL.select(
                    ID,
                    actor,
                    actor,
                    ORDER_ID,
                    before.plus(DSL.rowNumber().over(DSL.partitionBy(ORDER_ID).orderBy(LINE))),
                    chunk.staging().has("product")
                        ? chunk.staging().reference("product")
                        : DSL.castNull(SQLDataType.UUID),
                    chunk.staging().value("description", SQLDataType.CLOB),
                    money.quantity(),
                    money.price(),
                    money.discount(),
                    money.amount(),
                    money.cost())
                .from(TABLE)
                .join(ORDERS)
                .on(CODE.eq(code(chunk)))
                .where(FAULT.isNull())
                .and(isWritten(chunk)))
        .execute();
  }

  /// Lines of orders that the import made are new, those of orders that were there are changes.
  private ImportCounts counts(Chunk chunk) {
    var skipped = DSL.count().filterWhere(DSL.not(isWritten(chunk)));
    var created = DSL.count().filterWhere(isNew().or(MADE));
    var all =
        db.select(DSL.count(), skipped, created)
            .from(TABLE)
            .join(ORDERS)
            .on(CODE.eq(code(chunk)))
            .where(FAULT.isNull())
            .fetchSingle();
    var updated = all.value1() - all.value2() - all.value3();
    return new ImportCounts(0, all.value3(), updated, all.value2(), 0);
  }
}
