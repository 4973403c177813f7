package org.kezhi.intake;

import static org.jooq.impl.DSL.name;
import static org.kezhi.db.Tables.SALES_ORDER;
import static org.kezhi.intake.OrderHeads.AT;
import static org.kezhi.intake.OrderHeads.CODE;
import static org.kezhi.intake.OrderHeads.CUSTOMER;
import static org.kezhi.intake.OrderHeads.code;
import static org.kezhi.intake.OrderHeads.heads;
import static org.kezhi.intake.Staging.FAULT;
import static org.kezhi.intake.Staging.LINE;
import static org.kezhi.intake.Staging.OUTCOME;
import static org.kezhi.intake.Staging.TABLE;

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

  void create(Chunk chunk) {
    var codes =
        db.select(code(chunk))
            .from(TABLE)
            .where(FAULT.isNull())
            .and(OUTCOME.eq("create"))
            .groupBy(code(chunk))
            .orderBy(DSL.min(LINE))
            .fetch(code(chunk));
    if (codes.isEmpty()) {
      return;
    }
    var fresh = fresh(codes);
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
            SALES_ORDER.OWNER_ID,
            SALES_ORDER.UNIT_ID)
        .select(
            DSL.select(
                    NEW_ID,
                    DSL.val(viewer.id()),
                    DSL.val(viewer.id()),
                    NEW_CODE,
                    CUSTOMER,
                    AT,
                    DSL.val(settings.baseCurrency()),
                    DSL.val(viewer.id()),
                    DSL.val(viewer.unit(), SQLDataType.UUID))
                .from(fresh)
                .join(heads(chunk))
                .on(CODE.eq(NEW_CODE)))
        .execute();
    WrittenRecords.remember(db, WrittenRecords.created(chunk, "order", NEW_ID).from(fresh));
  }

  private static Table<?> fresh(List<String> codes) {
    var ids = codes.stream().map(_ -> Ids.next()).toArray(UUID[]::new);
    return DSL.table(
        "unnest({0}, {1}) as fresh (id, code)",
        DSL.val(ids), DSL.val(codes.toArray(String[]::new)));
  }
}
