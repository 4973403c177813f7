package org.kezhi.measure;

import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.Field;

/// The days between which a run looks; the day `asOf` itself is not among them.
public record FigurePeriod(
    LocalDate asOf,
    LocalDate windowStart,
    LocalDate previousAsOf,
    LocalDate previousWindowStart,
    LocalDate recentStart,
    LocalDate earlierStart) {

  public static FigurePeriod of(LocalDate asOf, ValueSettings settings) {
    var previous = asOf.minusMonths(settings.migrationMonths());
    return new FigurePeriod(
        asOf,
        asOf.minusMonths(settings.windowMonths()),
        previous,
        previous.minusMonths(settings.windowMonths()),
        asOf.minusMonths(settings.stage().months()),
        asOf.minusMonths(2L * settings.stage().months()));
  }

  public Condition window(Field<LocalDate> day) {
    return day.ge(windowStart).and(day.lt(asOf));
  }

  Condition previousWindow(Field<LocalDate> day) {
    return day.ge(previousWindowStart).and(day.lt(previousAsOf));
  }

  Condition recent(Field<LocalDate> day) {
    return day.ge(recentStart).and(day.lt(asOf));
  }

  Condition earlier(Field<LocalDate> day) {
    return day.ge(earlierStart).and(day.lt(recentStart));
  }

  /// Months counted since the year 0, so that two of them can be subtracted.
  static int monthNumber(LocalDate day) {
    return day.getYear() * 12 + day.getMonthValue();
  }
}
