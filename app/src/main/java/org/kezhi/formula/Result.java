package org.kezhi.formula;

import static org.jooq.impl.DSL.inline;

import java.util.List;
import org.jooq.impl.SQLDataType;

/// Brings what a formula gives into the form of a column.
final class Result {

  private static final int MONEY_DECIMALS = 6;

  private Result() {}

  static Expression of(Expression whole) {
    return switch (whole.kind()) {
      case EMPTY -> throw Mistake.NOTHING.at(whole.at());
      case NUMBER, PERCENT -> number(whole, whole.type());
      case MONEY -> amount(whole);
      case TEXT, REFERENCE -> {
        var text = whole.textOrNull();
        yield Expression.of(whole.at(), Type.choice(whole.type().choices()), List.of(whole), text);
      }
      case DATE, INSTANT, YES_NO -> whole;
    };
  }

  private static Expression number(Expression whole, Type type) {
    var number = whole.number();
    return Expression.of(
        whole.at(),
        type,
        List.of(whole),
        row ->
            Numbers.bounded(number.on(row))
                .coerce(SQLDataType.NUMERIC(Numbers.DIGITS + Numbers.DECIMALS, Numbers.DECIMALS)));
  }

  /// An amount whose currency another record says can only be shown as a number.
  private static Expression amount(Expression whole) {
    var currency = whole.type().currency();
    if (currency != null && !currency.isKnownHere()) {
      return number(whole, Type.NUMBER);
    }
    var amount = whole.number();
    return Expression.of(
        whole.at(),
        whole.type(),
        List.of(whole),
        row ->
            Numbers.rounded(Numbers.bounded(amount.on(row)), inline(MONEY_DECIMALS))
                .coerce(SQLDataType.NUMERIC(Numbers.DIGITS + MONEY_DECIMALS, MONEY_DECIMALS)));
  }
}
