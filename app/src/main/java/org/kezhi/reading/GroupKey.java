package org.kezhi.reading;

import static org.jooq.impl.DSL.inline;

import java.time.DateTimeException;
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

/// By what records are grouped: the value of a field, or the month in which it lies.
///
/// @param name as it was asked for, such as `city` or `orderedAt:month`
record GroupKey(String name, RecordField field, boolean monthly) {

  private static final String MONTH = ":month";
  private static final String NONE = "none";
  private static final int MONTH_LENGTH = 7;

  static String fieldName(String name) {
    return name.endsWith(MONTH) ? name.substring(0, name.length() - MONTH.length()) : name;
  }

  static GroupKey of(String name, RecordField field) {
    var monthly = name.endsWith(MONTH);
    if (monthly && field.kind() != FieldKind.DATE && field.kind() != FieldKind.INSTANT) {
      throw invalid(name);
    }
    return new GroupKey(name, field, monthly);
  }

  /// What a statement groups by; empty choices are null also where the column says it in a word.
  Field<?> column(Source source, ZoneId zone) {
    var column = source.value(field);
    if (!monthly) {
      return column;
    }
    var local =
        field.kind() == FieldKind.DATE
            ? column.cast(SQLDataType.TIMESTAMP)
            : DSL.field("timezone({0}, {1})", SQLDataType.TIMESTAMP, inline(zone.getId()), column);
    return DSL.function("to_char", SQLDataType.VARCHAR, local, inline("YYYY-MM"));
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
    } else if (monthly) {
      var month = month(value);
      var days = List.<Object>of(month.atDay(1).toString(), month.atEndOfMonth().toString());
      return new Filter.Test(field.name(), Operator.BETWEEN, days);
    }
    var isOneOf = field.kind() == FieldKind.CHOICE || field.kind() == FieldKind.REFERENCE;
    return new Filter.Test(field.name(), isOneOf ? Operator.IN : Operator.EQ, List.of(value));
  }

  private YearMonth month(Object value) {
    try {
      if (value instanceof String text && text.length() == MONTH_LENGTH) {
        return YearMonth.parse(text);
      }
    } catch (DateTimeException _) {
      // told below, as any other value that is no month
    }
    throw RecordProblem.INVALID_FILTER.in(List.of(FieldError.of(name, "notADate")));
  }

  private static RuntimeException invalid(String name) {
    return RecordProblem.INVALID_COLUMNS.in(List.of(FieldError.of(name, "notGroupable")));
  }
}
