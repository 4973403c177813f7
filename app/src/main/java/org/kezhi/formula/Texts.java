package org.kezhi.formula;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.nullif;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/// Texts made of texts and of everything else; joined ones end where a page of them would.
final class Texts {

  static final int MAX_LENGTH = 10_000;

  private Texts() {}

  static Field<String> literal(String text) {
    return cast(inline(text), SQLDataType.CLOB);
  }

  static Field<String> ofNumber(Field<BigDecimal> number) {
    return function("trim_scale", SQLDataType.NUMERIC, number).cast(SQLDataType.CLOB);
  }

  static Field<String> ofDate(Field<LocalDate> day) {
    return function(
        "to_char", SQLDataType.CLOB, day.cast(SQLDataType.LOCALDATETIME), inline("YYYY-MM-DD"));
  }

  static Field<String> ofInstant(Field<OffsetDateTime> at, ZoneId zone) {
    return function(
        "to_char", SQLDataType.CLOB, Dates.local(at, zone), inline("YYYY-MM-DD HH24:MI"));
  }

  static Field<String> joined(Field<String> first, Field<String> second) {
    return left(function("concat", SQLDataType.CLOB, first, second), inline(MAX_LENGTH));
  }

  /// Nothing where there are no characters: people see no difference.
  static Field<String> orNull(Field<String> text) {
    return nullif(text, inline(""));
  }

  static Field<String> orBlank(Field<String> text) {
    return coalesce(text, inline(""));
  }

  /// Where a part begins, whether in small or in capital letters; 0 where it is not there.
  static Field<Integer> place(Field<String> text, Field<String> part) {
    return function("strpos", SQLDataType.INTEGER, lower(text), lower(part));
  }
}
