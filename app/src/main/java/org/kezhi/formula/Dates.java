package org.kezhi.formula;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/// Days of the years 1 to 9999; what would lie beyond is empty.
final class Dates {

  private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
  private static final int DAYS = (int) ChronoUnit.DAYS.between(FIRST, LAST);
  private static final int MONTHS = 120_000;

  /// The calendar repeats itself after 400 years; so many later, months can be taken away from any
  /// day before the database's own calendar begins.
  private static final int LATER_MONTHS = 30 * 400 * 12;

  private static final int LATER_DAYS = 30 * 146_097;

  private Dates() {}

  static boolean isOnCalendar(LocalDate day) {
    return !day.isBefore(FIRST) && !day.isAfter(LAST);
  }

  static Field<LocalDateTime> local(Field<OffsetDateTime> at, ZoneId zone) {
    return field("({0} at time zone {1})", SQLDataType.LOCALDATETIME, at, inline(zone.getId()));
  }

  static Field<LocalDate> dayOf(Field<OffsetDateTime> at, ZoneId zone) {
    return local(at, zone).cast(SQLDataType.LOCALDATE);
  }

  static Field<BigDecimal> days(Field<LocalDate> from, Field<LocalDate> to) {
    return Numbers.of(field("({0} - {1})", SQLDataType.INTEGER, to, from));
  }

  static Field<LocalDate> plusDays(Field<LocalDate> day, Field<BigDecimal> days) {
    return day(days(inline(FIRST), day).add(whole(days)));
  }

  static Field<LocalDate> plusMonths(Field<LocalDate> day, Field<BigDecimal> months) {
    var later =
        field(
            "({0} + make_interval(0, {1} + {2}))::date",
            SQLDataType.LOCALDATE,
            day,
            Numbers.whole(months, -MONTHS, MONTHS),
            inline(LATER_MONTHS));
    return day(days(inline(FIRST), later).sub(inline(BigDecimal.valueOf(LATER_DAYS))));
  }

  private static Field<BigDecimal> whole(Field<BigDecimal> days) {
    return Numbers.of(Numbers.whole(days, -DAYS, DAYS));
  }

  private static Field<LocalDate> day(Field<BigDecimal> number) {
    return field(
        "({0} + {1})", SQLDataType.LOCALDATE, inline(FIRST), Numbers.whole(number, 0, DAYS));
  }

  /// The year, month or day of a day.
  static Field<BigDecimal> year(Field<LocalDate> day) {
    return field("extract(year from {0})", SQLDataType.NUMERIC, day);
  }

  static Field<BigDecimal> month(Field<LocalDate> day) {
    return field("extract(month from {0})", SQLDataType.NUMERIC, day);
  }

  static Field<BigDecimal> dayOfMonth(Field<LocalDate> day) {
    return field("extract(day from {0})", SQLDataType.NUMERIC, day);
  }
}
