package org.kezhi.formula;

import static org.jooq.impl.DSL.charLength;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.right;
import static org.jooq.impl.DSL.trim;
import static org.jooq.impl.DSL.upper;
import static org.kezhi.formula.Function.function;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.Field;

/// Functions of texts. Where they look for a part, capital and small letters are the same.
final class TextFunctions {

  private static final int LONGEST = 1_000_000_000;

  /// The wide ones of Chinese texts and of web pages are among them.
  private static final String BLANKS = " \t\r\n\u3000\u00a0";

  static final Map<String, Function> ALL =
      Map.ofEntries(
          function("length", 1, 1, TextFunctions::length),
          function("upper", 1, 1, call -> same(call, text -> upper(text))),
          function("lower", 1, 1, call -> same(call, text -> lower(text))),
          function("trim", 1, 1, call -> same(call, text -> trim(text, inline(BLANKS)))),
          function("left", 2, 2, call -> part(call, (text, count) -> left(text, count))),
          function("right", 2, 2, call -> part(call, (text, count) -> right(text, count))),
          function("contains", 2, 2, call -> found(call, place -> place.gt(inline(0)))),
          function("startswith", 2, 2, call -> found(call, place -> place.eq(inline(1)))));

  private TextFunctions() {}

  private static Expression length(Call call) {
    var text = call.text(0);
    return call.gives(Type.NUMBER, row -> Numbers.of(charLength(Texts.orBlank(text.on(row)))));
  }

  private static Expression same(Call call, UnaryOperator<Field<String>> operator) {
    var text = call.text(0);
    return call.gives(Type.TEXT, row -> operator.apply(text.on(row)));
  }

  private static Expression part(Call call, Part part) {
    var text = call.text(0);
    var count = call.number(1);
    return call.gives(
        Type.TEXT, row -> part.of(text.on(row), Numbers.whole(count.on(row), 0, LONGEST)));
  }

  private static Expression found(Call call, Found found) {
    var text = call.text(0);
    var part = call.text(1);
    return call.gives(
        Type.YES_NO,
        row -> coalesce(field(found.at(Texts.place(text.on(row), part.on(row)))), inline(false)));
  }

  /// So many characters of a text.
  @FunctionalInterface
  private interface Part {
    Field<String> of(Field<String> text, Field<Integer> count);
  }

  /// What the place of a part says.
  @FunctionalInterface
  private interface Found {
    Condition at(Field<Integer> place);
  }
}
