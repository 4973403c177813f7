package org.kezhi.intake;

import static org.jooq.impl.DSL.name;
import static org.kezhi.db.Tables.IMPORT_RECORD;
import static org.kezhi.db.Tables.SALES_ORDER;
import static org.kezhi.intake.StagedOrders.AMOUNT;
import static org.kezhi.intake.StagedOrders.AT;
import static org.kezhi.intake.StagedOrders.CODE;
import static org.kezhi.intake.StagedOrders.COST;
import static org.kezhi.intake.StagedOrders.CUSTOMER;
import static org.kezhi.intake.StagedOrders.FIRST_LINE;
import static org.kezhi.intake.StagedOrders.LINES;
import static org.kezhi.intake.StagedOrders.ORDERS;
import static org.kezhi.intake.StagedOrders.ORDER_ID;
import static org.kezhi.intake.StagedOrders.isNew;
import static org.kezhi.intake.StagingTable.unqualified;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kezhi.platform.Ids;
import org.kezhi.platform.Settings;
import org.springframework.stereotype.Repository;

/// Makes the orders that the lines of a batch name and that are not there yet.
@Repository
class NewOrders {

  private static final Field<UUID> NEW_ID = DSL.field(name("fresh", "id"), SQLDataType.UUID);
  private static final Field<String> NEW_CODE = DSL.field(name("fresh", "code"), SQLDataType.CLOB);

  private final DSLContext db;
  private final Settings settings;

  NewOrders(DSLContext db, Settings settings) {
    this.db = db;
    this.settings = settings;
  }

  void identify() {
    var codes = db.select(CODE).from(ORDERS).where(isNew()).orderBy(FIRST_LINE).fetch(CODE);
    if (!codes.isEmpty()) {
      db.update(ORDERS)
          .set(unqualified(ORDER_ID), NEW_ID)
          .from(fresh(codes))
          .where(NEW_CODE.eq(CODE))
          .execute();
    }
  }

  private static Table<?> fresh(List<String> codes) {
    var ids = codes.stream().map(_ -> Ids.next()).toArray(UUID[]::new);
    return DSL.table(
        "unnest({0}, {1}) as fresh (id, code)",
        DSL.val(ids), DSL.val(codes.toArray(String[]::new)));
  }

  /// Their lines are there already, so the sums are entered with them: to follow line by line would
  /// write each order twice.
  void create(Chunk chunk) {
    var viewer = chunk.viewer();
    db.insertInto(
            SALES_ORDER,
            SALES_ORDER.ID,
            SALES_ORDER.CREATED_BY,
            SALES_ORDER.UPDATED_BY,
            SALES_ORDER.CODE,
            SALES_ORDER.CUSTOMER_ID,
            SALES_ORDER.ORDERED_AT,
            SALES_ORDER.CURRENCY,
            SALES_ORDER.AMOUNT,
            SALES_ORDER.COST,
            SALES_ORDER.LINE_COUNT,
            SALES_ORDER.OWNER_ID,
            SALES_ORDER.UNIT_ID)
        .select(
            DSL.select(
                    ORDER_ID,
                    DSL.val(viewer.id()),
                    DSL.val(viewer.id()),
                    CODE,
                    CUSTOMER,
                    AT,
                    DSL.val(settings.baseCurrency()),
                    AMOUNT,
                    COST,
                    LINES,
                    DSL.val(viewer.id()),
                    DSL.val(viewer.unit(), SQLDataType.UUID))
                .from(ORDERS)
                .where(isNew())
                .orderBy(ORDER_ID))
        .execute();
    remember(chunk);
  }

  private void remember(Chunk chunk) {
    db.insertInto(
            IMPORT_RECORD,
            IMPORT_RECORD.IMPORT_ID,
            IMPORT_RECORD.RECORD_ID,
            IMPORT_RECORD.OBJECT,
            IMPORT_RECORD.CREATED,
            IMPORT_RECORD.VERSION,
            IMPORT_RECORD.LINE_COUNT)
        .select(
            DSL.select(
                    DSL.val(chunk.importId()),
                    ORDER_ID,
                    DSL.inline("order"),
                    DSL.inline(true),
                    DSL.inline(1L),
                    LINES)
                .from(ORDERS)
                .where(isNew())
                .orderBy(ORDER_ID))
        .execute();
  }
}
