package org.kezhi.sales;

import static org.kezhi.db.Tables.SALES_ORDER;

import java.util.List;
import org.kezhi.record.FieldKind;
import org.kezhi.record.MoneyUnit;
import org.kezhi.record.ObjectType;
import org.springframework.stereotype.Component;

/// What a customer ordered or sent back; its amounts are the sums of its lines.
@Component
final class OrderType extends ObjectType {

  /// Orders count at the rate of their day, and so do their lines.
  static final MoneyUnit UNIT = MoneyUnit.of(SALES_ORDER.CURRENCY, SALES_ORDER.RATE);

  OrderType() {
    super("order", SALES_ORDER);
    shown("sales", "order");
    title(SALES_ORDER.CODE);
    search(SALES_ORDER.CODE);
    matchBy(SALES_ORDER.CODE);
    choice(SALES_ORDER.STATE, "draft", "confirmed", "shipped", "delivered", "paid", "cancelled");
    choice(SALES_ORDER.CHANNEL, "direct", "web", "phone", "shop", "partner");
    money(UNIT, SALES_ORDER.AMOUNT, SALES_ORDER.COST);
    currency(SALES_ORDER.CURRENCY);
    kind(FieldKind.LONG_TEXT, SALES_ORDER.DESCRIPTION);
    computed(SALES_ORDER.AMOUNT, SALES_ORDER.COST, SALES_ORDER.LINE_COUNT);
    leaveOut(SALES_ORDER.RATE);
    ownedBy(SALES_ORDER.OWNER_ID, SALES_ORDER.UNIT_ID);
    follows(SALES_ORDER.CUSTOMER_ID);
    quickCreate(SALES_ORDER.CUSTOMER_ID, SALES_ORDER.ORDERED_AT, SALES_ORDER.CHANNEL);
    defaultList(
        SALES_ORDER.CODE,
        SALES_ORDER.CUSTOMER_ID,
        SALES_ORDER.ORDERED_AT,
        SALES_ORDER.STATE,
        SALES_ORDER.AMOUNT,
        SALES_ORDER.LINE_COUNT,
        SALES_ORDER.OWNER_ID);
    defaultSort("-orderedAt");
    timelineOf(SALES_ORDER.ORDERED_AT, SALES_ORDER.CODE, List.of(SALES_ORDER.CUSTOMER_ID));
  }
}
