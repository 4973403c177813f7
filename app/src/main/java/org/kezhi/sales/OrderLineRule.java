package org.kezhi.sales;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.kezhi.db.Tables.ORDER_LINE;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jooq.DSLContext;
import org.kezhi.writing.Draft;
import org.kezhi.writing.WriteRule;
import org.springframework.stereotype.Component;

/// Numbers the lines of an order and counts what each of them comes to.
@Component
class OrderLineRule implements WriteRule {

  private static final int DECIMALS = 6;

  private final DSLContext db;

  OrderLineRule(DSLContext db) {
    this.db = db;
  }

  @Override
  public String object() {
    return "orderLine";
  }

  @Override
  public void apply(Draft draft) {
    if (draft.isNew() && draft.get(ORDER_LINE.LINE_NO) == null) {
      draft.set(ORDER_LINE.LINE_NO, nextNumber(draft));
    }
    var quantity = draft.now(ORDER_LINE.QUANTITY);
    var price = draft.now(ORDER_LINE.UNIT_PRICE);
    var discount = draft.now(ORDER_LINE.DISCOUNT);
    if (quantity != null && price != null) {
      var share = BigDecimal.ONE.subtract(discount == null ? BigDecimal.ZERO : discount);
      draft.set(
          ORDER_LINE.AMOUNT,
          quantity.multiply(price).multiply(share).setScale(DECIMALS, RoundingMode.HALF_EVEN));
    }
  }

  private Integer nextNumber(Draft draft) {
    return db.select(coalesce(max(ORDER_LINE.LINE_NO), inline(0)).plus(1))
        .from(ORDER_LINE)
        .where(ORDER_LINE.ORDER_ID.eq(draft.get(ORDER_LINE.ORDER_ID)))
        .fetchSingle()
        .value1();
  }
}
