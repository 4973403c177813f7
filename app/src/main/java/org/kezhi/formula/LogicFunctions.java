package org.kezhi.formula;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.not;
import static org.kezhi.formula.Function.MANY;
import static org.kezhi.formula.Function.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// Functions that decide, and those that deal with what is empty.
final class LogicFunctions {

  static final Map<String, Function> ALL =
      Map.ofEntries(
          function("if", 2, MANY, LogicFunctions::choose),
          function("coalesce", 1, MANY, LogicFunctions::firstFull),
          function("ifempty", 2, 2, LogicFunctions::firstFull),
          function("isempty", 1, 1, LogicFunctions::isEmpty),
          function("and", 1, MANY, call -> call.gives(Type.YES_NO, and(truths(call)))),
          function("or", 1, MANY, call -> call.gives(Type.YES_NO, or(truths(call)))),
          function("not", 1, 1, call -> call.gives(Type.YES_NO, opposite(call.truth(0)))));

  private LogicFunctions() {}

  /// Cast, because a bare constant is nothing to sort or group by.
  static Field<Boolean> literal(boolean truth) {
    return cast(inline(truth), SQLDataType.BOOLEAN);
  }

  static Typed<Boolean> and(List<Typed<Boolean>> parts) {
    return row -> field(DSL.and(conditions(parts, row)));
  }

  static Typed<Boolean> or(List<Typed<Boolean>> parts) {
    return row -> field(DSL.or(conditions(parts, row)));
  }

  static Typed<Boolean> opposite(Typed<Boolean> part) {
    return row -> field(not(condition(part.on(row))));
  }

  private static List<Condition> conditions(List<Typed<Boolean>> parts, Row row) {
    return parts.stream().map(part -> condition(part.on(row))).toList();
  }

  private static List<Typed<Boolean>> truths(Call call) {
    return call.arguments().stream().map(Expression::truth).toList();
  }

  /// Conditions and values in turn, and at the end perhaps a value for all other cases.
  private static Expression choose(Call call) {
    var conditions = new ArrayList<Typed<Boolean>>();
    var values = new ArrayList<Expression>();
    for (var i = 0; i + 1 < call.count(); i += 2) {
      conditions.add(call.truth(i));
      values.add(call.argument(i + 1));
    }
    if (call.count() % 2 == 1) {
      values.add(call.argument(call.count() - 1));
    }
    return Common.of(call.at(), values).chosen(call.at(), call.arguments(), conditions);
  }

  private static Expression firstFull(Call call) {
    return Common.of(call.at(), call.arguments()).full(call.at(), call.arguments());
  }

  private static Expression isEmpty(Call call) {
    var value = call.argument(0).value();
    return call.gives(Type.YES_NO, row -> field(value.on(row).isNull()));
  }
}
