package org.kezhi.sales;

import static org.kezhi.db.Tables.ORDER_LINE;

import org.kezhi.record.FieldKind;
import org.kezhi.record.ObjectType;
import org.springframework.stereotype.Component;

/// One product on an order; a return has a negative quantity.
@Component
final class OrderLineType extends ObjectType {

  OrderLineType() {
    super("orderLine", ORDER_LINE);
    path("order-lines");
    shown("sales", "orderLine");
    title(ORDER_LINE.DESCRIPTION);
    kind(FieldKind.PERCENT, ORDER_LINE.DISCOUNT);
    money(
        OrderType.UNIT.through(ORDER_LINE.ORDER_ID),
        ORDER_LINE.UNIT_PRICE,
        ORDER_LINE.AMOUNT,
        ORDER_LINE.COST);
    computed(ORDER_LINE.AMOUNT);
    filled(ORDER_LINE.LINE_NO);
    follows(ORDER_LINE.ORDER_ID);
    quickCreate(
        ORDER_LINE.ORDER_ID, ORDER_LINE.PRODUCT_ID, ORDER_LINE.QUANTITY, ORDER_LINE.UNIT_PRICE);
    defaultList(
        ORDER_LINE.ORDER_ID,
        ORDER_LINE.LINE_NO,
        ORDER_LINE.PRODUCT_ID,
        ORDER_LINE.QUANTITY,
        ORDER_LINE.UNIT_PRICE,
        ORDER_LINE.AMOUNT);
  }
}
