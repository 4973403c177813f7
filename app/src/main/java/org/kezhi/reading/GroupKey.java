package org.kezhi.reading;

import static org.jooq.impl.DSL.inline;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.kezhi.platform.FieldError;
import org.kezhi.record.FieldKind;
import org.kezhi.record.Filter;
import org.kezhi.record.Filter.Operator;
import org.kezhi.record.RecordField;
import org.kezhi.record.RecordProblem;

/// By what records are grouped: the value of a field, or the month or day in which it lies.
///
/// @param name as it was asked for, such as `city` or `orderedAt:month`
record GroupKey(String name, RecordField field, @Nullable Period period) {

  /// A stretch of time, and how it is written.
  enum Period {
    MONTH(":month", "YYYY-MM"),
    DAY(":day", "YYYY-MM-DD");

    private final String suffix;
    private final String format;

    Period(String suffix, String format) {
      this.suffix = suffix;
      this.format = format;
    }

    static @Nullable Period in(String name) {
      for (var period : values()) {
        if (name.endsWith(period.suffix)) {
          return period;
        }
      }
      return null;
    }
  }

  private static final String NONE = "none";

  static String fieldName(String name) {
    var period = Period.in(name);
    return period == null ? name : name.substring(0, name.length() - period.suffix.length());
  }

  static GroupKey of(String name, RecordField field) {
    var period = Period.in(name);
    var isTime = field.kind() == FieldKind.DATE || field.kind() == FieldKind.INSTANT;
    if (field.kind().isMany() || period != null && !isTime) {
      throw invalid(name);
    }
    return new GroupKey(name, field, period);
  }

  /// What a statement groups by; empty choices are null also where the column says it in a word.
  Field<?> column(Source source, ZoneId zone) {
    var column = source.value(field);
    if (period == null) {
      return column;
    }
    var local =
        field.kind() == FieldKind.DATE
            ? column.cast(SQLDataType.TIMESTAMP)
            : DSL.field("timezone({0}, {1})", SQLDataType.TIMESTAMP, inline(zone.getId()), column);
    return DSL.function("to_char", SQLDataType.VARCHAR, local, inline(period.format));
  }

  /// All values that there can be, where they are few; one more for none where that can be.
  Optional<List<@Nullable Object>> all() {
    var values =
        switch (field.kind()) {
          case CHOICE -> field.choices().stream().filter(choice -> !isNone(choice)).toList();
          case YES_NO -> List.of(true, false);
          default -> List.of();
        };
    if (values.isEmpty()) {
      return Optional.empty();
    }
    var all = new ArrayList<@Nullable Object>(values);
    if (field.isNullable() || values.size() < field.choices().size()) {
      all.add(null);
    }
    return Optional.of(all);
  }

  private boolean isNone(String choice) {
    return field.extension() != null && NONE.equals(choice);
  }

  /// The records of one group.
  Filter filter(@Nullable Object value) {
    if (value == null) {
      return new Filter.Test(field.name(), Operator.EMPTY, List.of());
    } else if (period != null) {
      return new Filter.Test(field.name(), Operator.BETWEEN, days(period, value));
    }
    var isOneOf = field.kind() == FieldKind.CHOICE || field.kind() == FieldKind.REFERENCE;
    return new Filter.Test(field.name(), isOneOf ? Operator.IN : Operator.EQ, List.of(value));
  }

  /// The first and the last day.
  private List<Object> days(Period wanted, Object value) {
    try {
      if (value instanceof String text && text.length() == wanted.format.length()) {
        if (wanted == Period.DAY) {
          var day = LocalDate.parse(text).toString();
          return List.of(day, day);
        }
        var month = YearMonth.parse(text);
        return List.of(month.atDay(1).toString(), month.atEndOfMonth().toString());
      }
    } catch (DateTimeException _) {
      // told below, as any other value that is no such stretch of time
    }
    throw RecordProblem.INVALID_FILTER.in(List.of(FieldError.of(name, "notADate")));
  }

  private static RuntimeException invalid(String name) {
    return RecordProblem.INVALID_COLUMNS.in(List.of(FieldError.of(name, "notGroupable")));
  }
}
