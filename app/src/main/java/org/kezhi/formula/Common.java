package org.kezhi.formula;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.when;

import java.util.List;
import java.util.function.Function;
import org.jooq.Field;

/// Several things as one kind, as the branches of an `if` must be.
record Common<T>(Type type, List<Typed<T>> values) {

  /// What all of them are, those that are empty left aside.
  static Common<?> of(Token at, List<Expression> parts) {
    var full = parts.stream().filter(part -> !part.isEmpty()).toList();
    if (full.isEmpty()) {
      return new Common<>(Type.EMPTY, all(parts, Expression::text));
    } else if (full.stream().anyMatch(part -> part.kind().isTemporal())) {
      return full.stream().allMatch(part -> part.kind() == Kind.INSTANT)
          ? new Common<>(Type.INSTANT, all(parts, Expression::instant))
          : new Common<>(Type.DATE, all(parts, Expression::date));
    }
    return switch (full.getFirst().kind()) {
      case NUMBER, MONEY, PERCENT -> numbers(at, full, parts);
      case YES_NO -> new Common<>(Type.YES_NO, all(same(full, parts), Expression::yesNo));
      default -> new Common<>(Type.TEXT, all(same(full, parts), Expression::textOrNull));
    };
  }

  private static Common<?> numbers(Token at, List<Expression> full, List<Expression> parts) {
    var values = all(parts, Expression::number);
    var type = full.getFirst().type();
    for (var part : full) {
      type = Type.sum(type, part.type(), at);
    }
    return new Common<>(type, values);
  }

  private static List<Expression> same(List<Expression> full, List<Expression> parts) {
    for (var part : full) {
      if (part.type().kind().asField() != full.getFirst().type().kind().asField()) {
        throw Mistake.NEEDS_SAME_KIND.at(part.at(), part.at().text());
      }
    }
    return parts;
  }

  private static <T> List<Typed<T>> all(
      List<Expression> parts, Function<Expression, Typed<T>> reading) {
    return parts.stream().map(reading).toList();
  }

  Expression smallest(Token at, List<Expression> parts) {
    return Expression.of(at, type, parts, row -> least(first().on(row), rest(row)));
  }

  Expression largest(Token at, List<Expression> parts) {
    return Expression.of(at, type, parts, row -> greatest(first().on(row), rest(row)));
  }

  /// The first that is not empty.
  Expression full(Token at, List<Expression> parts) {
    return Expression.of(at, type, parts, row -> coalesce(first().on(row), rest(row)));
  }

  /// The one whose condition is the first to hold; the last, if there is one more than conditions.
  Expression chosen(Token at, List<Expression> parts, List<Typed<Boolean>> conditions) {
    return Expression.of(at, type, parts, row -> chosen(row, conditions));
  }

  private Field<T> chosen(Row row, List<Typed<Boolean>> conditions) {
    var cases = when(condition(conditions.getFirst().on(row)), first().on(row));
    for (var i = 1; i < conditions.size(); i++) {
      cases = cases.when(condition(conditions.get(i).on(row)), values.get(i).on(row));
    }
    return values.size() > conditions.size() ? cases.otherwise(values.getLast().on(row)) : cases;
  }

  private Typed<T> first() {
    return values.getFirst();
  }

  private Field<?>[] rest(Row row) {
    return values.stream().skip(1).map(value -> value.on(row)).toArray(Field<?>[]::new);
  }
}
