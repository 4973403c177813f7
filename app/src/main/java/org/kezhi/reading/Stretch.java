package org.kezhi.reading;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The days that a filter means by a value: one day, or several told from the day that it is for
/// the asker, such as `@thisWeek` or `@last30days`. Weeks begin on Monday.
record Stretch(LocalDate first, LocalDate last) {

  private static final Pattern PERIOD =
      Pattern.compile("@(this|last|next)(Week|Month|Quarter|Year)");
  private static final Pattern COUNTED = Pattern.compile("@(last|next)(\\d{1,5})days");
  private static final Pattern AGO = Pattern.compile("@(\\d{1,5})daysAgo");

  /// Whether a value is told from the day that it is.
  static boolean isRelative(Object value) {
    return value instanceof String text && text.startsWith("@");
  }

  /// The days that a text means; none where it means no day at all.
  static Optional<Stretch> of(String text, LocalDate today) {
    return switch (text) {
      case "@today" -> Optional.of(day(today));
      case "@yesterday" -> Optional.of(day(today.minusDays(1)));
      case "@tomorrow" -> Optional.of(day(today.plusDays(1)));
      default -> text.startsWith("@") ? told(text, today) : written(text);
    };
  }

  private static Optional<Stretch> told(String text, LocalDate today) {
    return PERIOD
        .matcher(text)
        .results()
        .filter(found -> found.group().equals(text))
        .map(found -> period(found, today))
        .findFirst()
        .or(() -> counted(text, today));
  }

  private static Stretch period(MatchResult found, LocalDate today) {
    var by =
        switch (found.group(1)) {
          case "last" -> -1;
          case "next" -> 1;
          default -> 0;
        };
    return switch (found.group(2)) {
      case "Week" -> {
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(by);
        yield new Stretch(monday, monday.plusDays(6));
      }
      case "Month" -> months(today.withDayOfMonth(1).plusMonths(by), 1);
      case "Quarter" -> {
        var first = today.withDayOfMonth(1).with(today.getMonth().firstMonthOfQuarter());
        yield months(first.plusMonths(by * 3L), 3);
      }
      default -> months(today.withDayOfYear(1).plusYears(by), 12);
    };
  }

  private static Stretch months(LocalDate first, int count) {
    return new Stretch(first, first.plusMonths(count).minusDays(1));
  }

  /// So many days up to today, from today on, or so many days ago; today counts as one of them.
  private static Optional<Stretch> counted(String text, LocalDate today) {
    var ago = AGO.matcher(text);
    if (ago.matches()) {
      return Optional.of(day(today.minusDays(Integer.parseInt(ago.group(1)))));
    }
    var days = COUNTED.matcher(text);
    if (!days.matches() || Integer.parseInt(days.group(2)) == 0) {
      return Optional.empty();
    }
    var others = Integer.parseInt(days.group(2)) - 1;
    return Optional.of(
        "last".equals(days.group(1))
            ? new Stretch(today.minusDays(others), today)
            : new Stretch(today, today.plusDays(others)));
  }

  private static Optional<Stretch> written(String text) {
    try {
      var day = LocalDate.parse(text.strip());
      return day.getYear() >= 1 && day.getYear() <= 9999 ? Optional.of(day(day)) : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Stretch day(LocalDate day) {
    return new Stretch(day, day);
  }
}
