package org.kezhi.activity;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How something repeats itself, counted from its first time, so that the 31st stays the 31st.
///
/// @param first the first time, in the zone whose clock it goes by
/// @param until the last day on which it may be
record Repetition(ZonedDateTime first, ChronoUnit unit, int every, @Nullable LocalDate until) {

  private static final int MOST_SKIPPED = 100_000;

  static ChronoUnit unit(String repeats) {
    return switch (repeats) {
      case "daily" -> ChronoUnit.DAYS;
      case "weekly" -> ChronoUnit.WEEKS;
      case "monthly" -> ChronoUnit.MONTHS;
      case "yearly" -> ChronoUnit.YEARS;
      default -> throw new IllegalArgumentException(repeats);
    };
  }

  /// The first time after a moment that comes behind an occurrence, where there is one.
  Optional<Occurrence> next(int occurrence, ZonedDateTime after) {
    for (var number = occurrence + 1; number < occurrence + MOST_SKIPPED; number++) {
      var at = first.plus((long) number * every, unit);
      if (until != null && at.toLocalDate().isAfter(until)) {
        return Optional.empty();
      } else if (at.isAfter(after)) {
        return Optional.of(new Occurrence(number, at));
      }
    }
    return Optional.empty();
  }

  /// One time of many.
  record Occurrence(int number, ZonedDateTime at) {}
}
