package org.kezhi.reading;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.kezhi.platform.Settings;
import org.kezhi.record.FieldKind;
import org.kezhi.record.Filter;
import org.kezhi.record.Filter.Operator;
import org.kezhi.record.PersonalZone;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Compares days and moments. What is written as a day is one in the company's zone; what is told
/// from today is so for the asker, in their zone and at the moment of asking.
@Component
class DayComparison {

  private final Settings settings;
  private final Clock clock;
  private final ObjectProvider<PersonalZone> zones;

  DayComparison(Settings settings, Clock clock, ObjectProvider<PersonalZone> zones) {
    this.settings = settings;
    this.clock = clock;
    this.zones = zones;
  }

  Condition compare(UUID asker, FieldKind kind, Field<?> column, Filter.Test test) {
    return kind == FieldKind.INSTANT
        ? moments(asker, column.coerce(SQLDataType.TIMESTAMPWITHTIMEZONE(6)), test)
        : days(asker, column.coerce(SQLDataType.LOCALDATE), test);
  }

  private Condition days(UUID asker, Field<LocalDate> column, Filter.Test test) {
    var from = stretch(asker, Comparison.value(test, 0), test);
    var until = test.operator() == Operator.BETWEEN ? until(asker, test) : from;
    return switch (test.operator()) {
      case EQ, BETWEEN -> column.between(from.first(), until.last());
      case NE -> Comparison.not(column, column.between(from.first(), from.last()));
      case GT -> column.gt(from.last());
      case GE -> column.ge(from.first());
      case LT -> column.lt(from.first());
      default -> column.le(from.last());
    };
  }

  private Stretch until(UUID asker, Filter.Test test) {
    return stretch(asker, Comparison.value(test, 1), test);
  }

  private Condition moments(UUID asker, Field<OffsetDateTime> column, Filter.Test test) {
    var isPair = test.operator() == Operator.BETWEEN;
    var from = start(asker, Comparison.value(test, 0), test);
    var until = end(asker, Comparison.value(test, isPair ? 1 : 0), test);
    return switch (test.operator()) {
      case EQ, BETWEEN -> column.ge(from).and(column.lt(until));
      case NE -> Comparison.not(column, column.ge(from).and(column.lt(until)));
      case GT -> column.ge(until);
      case GE -> column.ge(from);
      case LT -> column.lt(from);
      default -> column.lt(until);
    };
  }

  private OffsetDateTime start(UUID asker, Object value, Filter.Test test) {
    return isDay(value)
        ? midnight(stretch(asker, value, test).first(), zone(asker, value))
        : moment(value, test);
  }

  private OffsetDateTime end(UUID asker, Object value, Filter.Test test) {
    return isDay(value)
        ? midnight(stretch(asker, value, test).last().plusDays(1), zone(asker, value))
        : moment(value, test).plusNanos(1_000);
  }

  private static boolean isDay(Object value) {
    return Stretch.isRelative(value) || String.valueOf(value).length() == 10;
  }

  private Stretch stretch(UUID asker, Object value, Filter.Test test) {
    var today =
        Stretch.isRelative(value)
            ? LocalDate.now(clock.withZone(zone(asker, value)))
            : LocalDate.EPOCH;
    return Stretch.of(String.valueOf(value), today)
        .orElseThrow(() -> Comparison.invalid(test, "notADate"));
  }

  private ZoneId zone(UUID asker, Object value) {
    return Stretch.isRelative(value)
        ? zones.stream()
            .flatMap(zone -> zone.of(asker).stream())
            .findFirst()
            .orElseGet(settings::zone)
        : settings.zone();
  }

  private static OffsetDateTime midnight(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC);
  }

  private static OffsetDateTime moment(Object value, Filter.Test test) {
    try {
      return OffsetDateTime.parse(String.valueOf(value));
    } catch (DateTimeException _) {
      throw Comparison.invalid(test, "notAnInstant");
    }
  }
}
