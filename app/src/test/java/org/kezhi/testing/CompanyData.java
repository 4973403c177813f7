package org.kezhi.testing;

import static org.kezhi.db.Tables.CUSTOMER;
import static org.kezhi.db.Tables.ORDER_LINE;
import static org.kezhi.db.Tables.SALES_ORDER;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kezhi.platform.Ids;

/// Customers and orders in PostgreSQL.
public record CompanyData(DSLContext db) {

  public UUID customer(String code) {
    return db.insertInto(CUSTOMER)
        .set(CUSTOMER.ID, Ids.next())
        .set(CUSTOMER.CODE, code)
        .set(CUSTOMER.NAME, code)
        .returning()
        .fetchSingle()
        .getId();
  }

  public UUID order(@Nullable UUID customer, String orderedAt) {
    return db.insertInto(SALES_ORDER)
        .set(SALES_ORDER.ID, Ids.next())
        .set(SALES_ORDER.CUSTOMER_ID, customer)
        .set(SALES_ORDER.ORDERED_AT, OffsetDateTime.parse(orderedAt))
        .set(SALES_ORDER.CURRENCY, "CNY")
        .returning()
        .fetchSingle()
        .getId();
  }

  public UUID line(UUID order, String quantity, String amount) {
    return db.insertInto(ORDER_LINE)
        .set(ORDER_LINE.ID, Ids.next())
        .set(ORDER_LINE.ORDER_ID, order)
        .set(ORDER_LINE.LINE_NO, 1)
        .set(ORDER_LINE.QUANTITY, new BigDecimal(quantity))
        .set(ORDER_LINE.UNIT_PRICE, BigDecimal.ONE)
        .set(ORDER_LINE.AMOUNT, new BigDecimal(amount))
        .returning()
        .fetchSingle()
        .getId();
  }

  public UUID sale(@Nullable UUID customer, String orderedAt, String amount) {
    var order = order(customer, orderedAt);
    line(order, "1", amount);
    return order;
  }
}
