package org.kezhi.formula;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// A part of a formula whose type is known; gives itself as what another part wants, or refuses.
///
/// @param literal the text that stands in quotes, if it is one
record Expression(Token at, Type type, Sql sql, Extent extent, @Nullable String literal) {

  static Expression leaf(Token at, Type type, Sql sql) {
    return new Expression(at, type, sql, Extent.LEAF, null);
  }

  static Expression text(Token at) {
    return new Expression(at, Type.TEXT, _ -> Texts.literal(at.text()), Extent.LEAF, at.text());
  }

  static Expression of(Token at, Type type, List<Expression> parts, Sql sql) {
    return new Expression(at, type, sql, Extent.over(at, parts), null);
  }

  Kind kind() {
    return type.kind();
  }

  boolean isEmpty() {
    return kind() == Kind.EMPTY;
  }

  Typed<BigDecimal> number() {
    if (!kind().isNumeric() && !isEmpty()) {
      throw Mistake.NEEDS_NUMBER.at(at, at.text());
    }
    return as(SQLDataType.NUMERIC);
  }

  /// A text; numbers and dates are none.
  Typed<String> text() {
    return switch (kind()) {
      case TEXT, EMPTY -> as(SQLDataType.CLOB);
      case REFERENCE -> title();
      default -> throw Mistake.NEEDS_TEXT.at(at, at.text());
    };
  }

  /// Whatever it is, as a text.
  Typed<String> written() {
    return switch (kind()) {
      case NUMBER, MONEY, PERCENT -> row -> Texts.ofNumber(number().on(row));
      case DATE -> row -> Texts.ofDate(as(SQLDataType.LOCALDATE).on(row));
      case INSTANT -> row -> Texts.ofInstant(instant().on(row), row.zone());
      case YES_NO -> row -> yesNo().on(row).cast(SQLDataType.CLOB);
      case TEXT, REFERENCE, EMPTY -> text();
    };
  }

  /// A day; a moment is the day that it falls on, where the company is.
  Typed<LocalDate> date() {
    if (literal != null) {
      var day = day(literal);
      return _ -> inline(day, SQLDataType.LOCALDATE);
    }
    return switch (kind()) {
      case DATE, EMPTY -> as(SQLDataType.LOCALDATE);
      case INSTANT -> row -> Dates.dayOf(instant().on(row), row.zone());
      default -> throw Mistake.NEEDS_DATE.at(at, at.text());
    };
  }

  Typed<OffsetDateTime> instant() {
    return as(SQLDataType.TIMESTAMPWITHTIMEZONE(6));
  }

  /// True or false; nothing is not true.
  Typed<Boolean> truth() {
    if (kind() != Kind.YES_NO && !isEmpty()) {
      throw Mistake.NEEDS_YES_NO.at(at, at.text());
    }
    var yesNo = yesNo();
    return row -> coalesce(yesNo.on(row), inline(false));
  }

  Typed<Boolean> yesNo() {
    return as(SQLDataType.BOOLEAN);
  }

  Typed<UUID> id() {
    return as(SQLDataType.UUID);
  }

  Typed<String> textOrNull() {
    var text = text();
    return row -> Texts.orNull(text.on(row));
  }

  /// The value as it is or, where it is empty for people though not for the database, null.
  Sql value() {
    return kind() == Kind.TEXT ? textOrNull() : sql;
  }

  private <T> Typed<T> as(DataType<T> wanted) {
    return isEmpty() ? _ -> castNull(wanted) : row -> coerced(sql.on(row), wanted);
  }

  private static <T> Field<T> coerced(Field<?> field, DataType<T> wanted) {
    return field.coerce(wanted);
  }

  private Typed<String> title() {
    var target = type.target();
    if (target == null) {
      throw new IllegalStateException("A reference to nothing");
    }
    return row -> Fields.title(row, target, id().on(row));
  }

  private LocalDate day(String text) {
    try {
      var day = LocalDate.parse(text.strip());
      if (Dates.isOnCalendar(day)) {
        return day;
      }
    } catch (DateTimeException _) {
      // answered below, like a year that no calendar shows
    }
    throw Mistake.NOT_A_DATE.at(at, text);
  }
}
