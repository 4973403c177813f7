package org.kezhi.sales;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.kezhi.db.Tables.ORDER_LINE;
import static org.kezhi.db.Tables.SALES_ORDER;

import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kezhi.platform.Invariant;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// An order's amount, cost and number of lines are those of its lines.
@Repository
class OrderTotals implements Invariant {

  private final DSLContext db;

  OrderTotals(DSLContext db) {
    this.db = db;
  }

  @Override
  public String name() {
    return "orderTotals";
  }

  @Override
  @Transactional(readOnly = true)
  public Finding check() {
    var zero = inline(BigDecimal.ZERO);
    var told = row(SALES_ORDER.AMOUNT, SALES_ORDER.COST, SALES_ORDER.LINE_COUNT);
    var counted =
        row(
            coalesce(sum(ORDER_LINE.AMOUNT), zero),
            coalesce(sum(ORDER_LINE.COST), zero),
            count(ORDER_LINE.ID));
    var orders =
        select(SALES_ORDER.CODE, DSL.field(told.isDistinctFrom(counted)).as("differs"))
            .from(SALES_ORDER)
            .leftJoin(ORDER_LINE)
            .on(ORDER_LINE.ORDER_ID.eq(SALES_ORDER.ID))
            .and(ORDER_LINE.DELETED_AT.isNull())
            .groupBy(SALES_ORDER.ID)
            .asTable("orders");
    var differs = DSL.condition(field(DSL.name("differs"), SQLDataType.BOOLEAN));
    var some =
        field(
            "(array_agg({0}) filter (where {1}))[1:{2}]",
            SQLDataType.VARCHAR.array(), field(DSL.name("code")), differs, inline(MOST_EXAMPLES));
    return db.select(count(), count().filterWhere(differs), some)
        .from(orders)
        .fetchSingle(row ->
            new Finding(
                row.value1(),
                row.value2(),
                row.value3() == null ? List.of() : List.of(row.value3())));
  }
}
