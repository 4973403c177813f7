package org.kezhi.reading;

import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.kezhi.platform.FieldError;
import org.kezhi.platform.Problem;
import org.kezhi.record.FieldKind;
import org.kezhi.record.RecordField;
import org.kezhi.record.RecordProblem;

/// What is told of all records of a group, such as `sum:amount`.
record Measure(Kind kind, RecordField field) {

  static final String COUNT = "count";
  private static final int DECIMALS = 6;

  /// How the values of many records become one.
  enum Kind {
    SUM("sum"),
    AVERAGE("avg"),
    LEAST("min"),
    GREATEST("max"),
    FILLED("filled");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    static Optional<Kind> of(String code) {
      for (var kind : values()) {
        if (kind.code.equals(code)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }

    boolean suits(RecordField field) {
      var isTime = field.kind() == FieldKind.DATE || field.kind() == FieldKind.INSTANT;
      return switch (this) {
        case SUM -> field.kind().isNumeric() && field.kind() != FieldKind.PERCENT;
        case AVERAGE -> field.kind().isNumeric();
        case LEAST, GREATEST -> field.kind().isNumeric() || isTime;
        case FILLED -> true;
      };
    }
  }

  /// The part of a name before the colon, and the field behind it.
  static Kind kindOf(String name) {
    return Kind.of(name.substring(0, Math.max(0, name.indexOf(':'))))
        .orElseThrow(() -> refused(name, "unknownMeasure"));
  }

  static String fieldOf(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  static Measure of(Kind kind, RecordField field) {
    if (!kind.suits(field)) {
      throw refused(field.name(), "notSummable");
    }
    return new Measure(kind, field);
  }

  String name() {
    return kind.code + ":" + field.name();
  }

  /// What to select for it, under names that begin with the prefix.
  List<Field<?>> columns(Source source, String prefix) {
    var column = source.column(field);
    var columns = new ArrayList<Field<?>>();
    columns.add(aggregate(source, column).as(prefix));
    if (isMoney() && field.money() != null) {
      var currency = source.currency(field.money());
      columns.add(min(currency).as(prefix + "a"));
      columns.add(max(currency).as(prefix + "z"));
      source
          .rate(field.money())
          .map(column.coerce(BigDecimal.class)::multiply)
          .ifPresent(base -> columns.add(aggregate(source, base).as(prefix + "b")));
    }
    return columns;
  }

  private Field<?> aggregate(Source source, Field<?> column) {
    return switch (kind) {
      case SUM -> sum(column.coerce(BigDecimal.class));
      case AVERAGE -> avg(column.coerce(BigDecimal.class));
      case LEAST -> min(column);
      case GREATEST -> max(column);
      case FILLED -> count(source.value(field));
    };
  }

  /// Amounts in several currencies only mean something together in the base currency, and this says
  /// so; where no rate is known, they have no sum.
  @Nullable Object read(Record row, String prefix, String baseCurrency) {
    var value = row.get(prefix);
    if (!(value instanceof BigDecimal number)) {
      return Selection.plain(value);
    }
    var rounded = kind == Kind.AVERAGE ? number.setScale(DECIMALS, RoundingMode.HALF_UP) : number;
    if (!isMoney()) {
      return Selection.plain(rounded);
    }
    var least = field.money() == null ? baseCurrency : row.get(prefix + "a", String.class);
    var greatest = field.money() == null ? baseCurrency : row.get(prefix + "z", String.class);
    if (Objects.equals(least, greatest)) {
      return Selection.money(rounded, greatest);
    }
    var base = row.field(prefix + "b");
    return base == null ? Map.of("mixed", true) : converted(row.get(base), baseCurrency);
  }

  private static @Nullable Object converted(@Nullable Object amount, String baseCurrency) {
    if (!(amount instanceof BigDecimal number)) {
      return null;
    }
    var money = Selection.money(number.setScale(DECIMALS, RoundingMode.HALF_UP), baseCurrency);
    money.put("converted", true);
    return money;
  }

  private boolean isMoney() {
    return field.kind() == FieldKind.MONEY && kind != Kind.FILLED;
  }

  private static Problem refused(String field, String code) {
    return RecordProblem.INVALID_COLUMNS.in(List.of(FieldError.of(field, code)));
  }
}
