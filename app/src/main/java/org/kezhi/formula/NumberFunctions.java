package org.kezhi.formula;

import static org.jooq.impl.DSL.abs;
import static org.jooq.impl.DSL.ceil;
import static org.jooq.impl.DSL.floor;
import static org.jooq.impl.DSL.inline;
import static org.kezhi.formula.Function.MANY;
import static org.kezhi.formula.Function.function;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jooq.Field;

/// Functions of numbers; what they are given as an amount they give back as one.
final class NumberFunctions {

  static final Map<String, Function> ALL =
      Map.ofEntries(
          function("round", 1, 2, NumberFunctions::round),
          function("abs", 1, 1, call -> same(call, number -> abs(number))),
          function("floor", 1, 1, call -> same(call, number -> floor(number))),
          function("ceil", 1, 1, call -> same(call, number -> ceil(number))),
          function("min", 1, MANY, call -> ordered(call).smallest(call.at(), call.arguments())),
          function("max", 1, MANY, call -> ordered(call).largest(call.at(), call.arguments())));

  private NumberFunctions() {}

  private static Expression same(Call call, UnaryOperator<Field<BigDecimal>> operator) {
    var number = call.number(0);
    return call.gives(call.argument(0).type(), row -> operator.apply(number.on(row)));
  }

  private static Expression round(Call call) {
    var number = call.number(0);
    if (call.count() == 1) {
      return same(call, whole -> Numbers.rounded(whole, inline(0)));
    }
    var decimals = call.number(1);
    return call.gives(
        call.argument(0).type(),
        row ->
            Numbers.rounded(
                number.on(row), Numbers.whole(decimals.on(row), -Numbers.DIGITS, Numbers.DIGITS)));
  }

  /// Numbers or dates: only those have a smallest.
  private static Common<?> ordered(Call call) {
    if (call.arguments().stream().noneMatch(argument -> argument.kind().isTemporal())) {
      call.arguments().forEach(Expression::number);
    }
    return Common.of(call.at(), call.arguments());
  }
}
