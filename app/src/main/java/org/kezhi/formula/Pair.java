package org.kezhi.formula;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.not;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/// Two things of one kind that are compared. The answer is always yes or no: nothing equals
/// nothing, and is neither smaller nor larger than anything.
record Pair<T>(Typed<T> left, Typed<T> right) {

  static Typed<Boolean> compared(String operator, Expression left, Expression right) {
    return switch (operator) {
      case "=", "==" -> equal(left, right);
      case "<>", "!=" -> {
        var equal = equal(left, right);
        yield row -> field(not(equal.on(row)));
      }
      default -> of(left, right).ordered(operator);
    };
  }

  private static Typed<Boolean> equal(Expression left, Expression right) {
    if (left.isEmpty() || right.isEmpty()) {
      var value = left.isEmpty() ? right.value() : left.value();
      return row -> field(value.on(row).isNull());
    } else if (left.kind() == Kind.REFERENCE && right.kind() == Kind.REFERENCE) {
      if (left.type().equals(right.type())) {
        return new Pair<>(left.id(), right.id()).equal();
      }
      throw Mistake.NEEDS_SAME_KIND.at(right.at(), right.at().text());
    } else if (left.kind() == Kind.YES_NO && right.kind() == Kind.YES_NO) {
      return new Pair<>(left.truth(), right.truth()).equal();
    }
    return of(left, right).equal();
  }

  private static Pair<?> of(Expression left, Expression right) {
    if (left.kind().isNumeric() && right.kind().isNumeric()) {
      Type.sum(left.type(), right.type(), right.at());
      return new Pair<>(left.number(), right.number());
    } else if (left.kind() == Kind.INSTANT && right.kind() == Kind.INSTANT) {
      return new Pair<>(left.instant(), right.instant());
    } else if (isDay(left, right) || isDay(right, left)) {
      return new Pair<>(left.date(), right.date());
    } else if (isText(left) && isText(right)) {
      requireChoice(left, right);
      requireChoice(right, left);
      return new Pair<>(blank(left.text()), blank(right.text()));
    }
    throw Mistake.NEEDS_SAME_KIND.at(right.at(), right.at().text());
  }

  private static boolean isDay(Expression one, Expression other) {
    return one.kind().isTemporal() && (other.kind().isTemporal() || other.literal() != null);
  }

  private static boolean isText(Expression expression) {
    return expression.kind() == Kind.TEXT || expression.kind() == Kind.REFERENCE;
  }

  /// Finds the slip of the pen by which a condition would never hold.
  private static void requireChoice(Expression choice, Expression text) {
    var choices = choice.type().choices();
    var literal = text.literal();
    if (!choices.isEmpty() && literal != null && !literal.isEmpty() && !choices.contains(literal)) {
      throw Mistake.NOT_A_CHOICE.at(text.at(), literal, String.join(", ", choices));
    }
  }

  private static Typed<String> blank(Typed<String> text) {
    return row -> Texts.orBlank(text.on(row));
  }

  private Typed<Boolean> equal() {
    return row -> field(left.on(row).isNotDistinctFrom(right.on(row)));
  }

  private Typed<Boolean> ordered(String operator) {
    return row ->
        coalesce(field(ordered(operator, left.on(row), right.on(row))), inline(false))
            .coerce(SQLDataType.BOOLEAN);
  }

  private static <T> Condition ordered(String operator, Field<T> left, Field<T> right) {
    return switch (operator) {
      case "<" -> left.lt(right);
      case "<=" -> left.le(right);
      case ">" -> left.gt(right);
      default -> left.ge(right);
    };
  }
}
