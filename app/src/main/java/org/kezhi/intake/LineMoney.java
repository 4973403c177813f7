package org.kezhi.intake;

import java.math.BigDecimal;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// What staged lines of sales say about money. A price follows from the amount where only that is
/// given, and the other way round.
record LineMoney(Staging staging) {

  Field<BigDecimal> quantity() {
    return number("quantity");
  }

  Field<BigDecimal> discount() {
    return DSL.coalesce(number("discount"), DSL.inline(BigDecimal.ZERO));
  }

  Field<BigDecimal> price() {
    var amount = number("amount");
    var fromAmount = DSL.coalesce(amount.div(DSL.nullif(quantity(), BigDecimal.ZERO)), amount);
    return DSL.coalesce(number("unitPrice"), fromAmount);
  }

  Field<BigDecimal> amount() {
    var left = DSL.inline(BigDecimal.ONE).minus(discount());
    return DSL.coalesce(number("amount"), quantity().mul(number("unitPrice")).mul(left));
  }

  Field<BigDecimal> cost() {
    return number("cost");
  }

  Field<BigDecimal> number(String field) {
    return staging.value(field, SQLDataType.NUMERIC);
  }
}
