package org.kezhi.formula;

import static org.jooq.impl.DSL.inline;
import static org.kezhi.formula.Function.function;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.BiFunction;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/// Functions of days; a moment is the day that it falls on, where the company is.
final class DateFunctions {

  static final Map<String, Function> ALL =
      Map.ofEntries(
          function("today", 0, 0, DateFunctions::today),
          function("year", 1, 1, call -> part(call, Dates::year)),
          function("month", 1, 1, call -> part(call, Dates::month)),
          function("day", 1, 1, call -> part(call, Dates::dayOfMonth)),
          function("days", 2, 2, DateFunctions::days),
          function("adddays", 2, 2, call -> moved(call, Dates::plusDays)),
          function("addmonths", 2, 2, call -> moved(call, Dates::plusMonths)));

  private DateFunctions() {}

  private static Expression today(Call call) {
    return call.gives(Type.DATE, row -> inline(row.today(), SQLDataType.LOCALDATE));
  }

  private static Expression part(
      Call call, java.util.function.Function<Field<LocalDate>, Field<BigDecimal>> part) {
    var date = call.date(0);
    return call.gives(Type.NUMBER, row -> part.apply(date.on(row)));
  }

  private static Expression days(Call call) {
    var from = call.date(0);
    var to = call.date(1);
    return call.gives(Type.NUMBER, row -> Dates.days(from.on(row), to.on(row)));
  }

  private static Expression moved(
      Call call, BiFunction<Field<LocalDate>, Field<BigDecimal>, Field<LocalDate>> move) {
    var date = call.date(0);
    var count = call.number(1);
    return call.gives(Type.DATE, row -> move.apply(date.on(row), count.on(row)));
  }
}
