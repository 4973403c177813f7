package org.kezhi.formula;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// A function with its arguments, each of which it asks for as what it needs.
record Call(Token at, List<Expression> arguments) {

  int count() {
    return arguments.size();
  }

  Expression argument(int place) {
    return arguments.get(place);
  }

  Typed<BigDecimal> number(int place) {
    return argument(place).number();
  }

  Typed<String> text(int place) {
    return argument(place).text();
  }

  Typed<LocalDate> date(int place) {
    return argument(place).date();
  }

  Typed<Boolean> truth(int place) {
    return argument(place).truth();
  }

  Expression gives(Type type, Sql sql) {
    return Expression.of(at, type, arguments, sql);
  }
}
