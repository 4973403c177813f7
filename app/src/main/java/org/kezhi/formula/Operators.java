package org.kezhi.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BinaryOperator;
import org.jooq.Field;

/// What stands between two parts of a formula, or before one.
final class Operators {

  private Operators() {}

  static Expression before(Token at, Expression operand) {
    var parts = List.of(operand);
    if (at.isWord("not")) {
      return Expression.of(at, Type.YES_NO, parts, LogicFunctions.opposite(operand.truth()));
    }
    var number = operand.number();
    return Expression.of(
        at, operand.type(), parts, at.isSign("-") ? row -> number.on(row).neg() : number);
  }

  static Expression between(Token at, String operator, Expression left, Expression right) {
    var both = List.of(left, right);
    return switch (operator) {
      case "or" -> truth(at, left, right, LogicFunctions.or(List.of(left.truth(), right.truth())));
      case "and" ->
          truth(at, left, right, LogicFunctions.and(List.of(left.truth(), right.truth())));
      case "&" -> joined(at, left, right);
      case "+" -> sum(at, left, right);
      case "-" -> difference(at, left, right);
      case "*" -> numbers(at, Type.product(left.type(), right.type()), both, Numbers::product);
      case "/" ->
          numbers(
              at, Type.quotient(left.type(), right.type(), right.at()), both, Numbers::quotient);
      case "%" -> numbers(at, left.type(), both, Numbers::remainder);
      default -> truth(at, left, right, Pair.compared(operator, left, right));
    };
  }

  private static Expression truth(Token at, Expression left, Expression right, Typed<Boolean> sql) {
    return Expression.of(at, Type.YES_NO, List.of(left, right), sql);
  }

  private static Expression joined(Token at, Expression left, Expression right) {
    var first = left.written();
    var second = right.written();
    return Expression.of(
        at, Type.TEXT, List.of(left, right), row -> Texts.joined(first.on(row), second.on(row)));
  }

  private static Expression sum(Token at, Expression left, Expression right) {
    if (left.kind().isTemporal()) {
      return moved(at, left, right);
    } else if (right.kind().isTemporal()) {
      return moved(at, right, left);
    }
    return numbers(
        at, Type.sum(left.type(), right.type(), right.at()), List.of(left, right), Field::add);
  }

  private static Expression moved(Token at, Expression day, Expression count) {
    var date = day.date();
    var days = count.number();
    return Expression.of(
        at, Type.DATE, List.of(day, count), row -> Dates.plusDays(date.on(row), days.on(row)));
  }

  private static Expression difference(Token at, Expression left, Expression right) {
    if (right.kind().isTemporal()
        || left.kind().isTemporal() && (right.literal() != null || right.isEmpty())) {
      var from = right.date();
      var to = left.date();
      return Expression.of(
          at, Type.NUMBER, List.of(left, right), row -> Dates.days(from.on(row), to.on(row)));
    } else if (left.kind().isTemporal()) {
      var days = right.number();
      return moved(
          at,
          left,
          Expression.of(right.at(), right.type(), List.of(right), row -> days.on(row).neg()));
    }
    return numbers(
        at, Type.sum(left.type(), right.type(), right.at()), List.of(left, right), Field::sub);
  }

  private static Expression numbers(
      Token at, Type type, List<Expression> both, BinaryOperator<Field<BigDecimal>> operator) {
    var first = both.getFirst().number();
    var second = both.getLast().number();
    return Expression.of(at, type, both, row -> operator.apply(first.on(row), second.on(row)));
  }
}
