package org.kezhi.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Counts working time by the clocks of a zone. Hours that a change of the clock leaves out are not
/// worked, and those that it repeats are worked twice.
public final class WorkingCalendar {

  private static final int MOST_DAYS = 20_000;

  private final WorkingHours hours;
  private final Map<LocalDate, ExceptionalDay> exceptions;
  private final ZoneId zone;

  public WorkingCalendar(WorkingHours hours, ZoneId zone) {
    this.hours = hours;
    this.zone = zone;
    this.exceptions =
        hours.exceptions().stream()
            .collect(Collectors.toMap(ExceptionalDay::day, Function.identity(), (_, last) -> last));
  }

  /// When so much working time has gone by; nothing where that is never.
  public Optional<Instant> addWorkingTime(Instant from, Duration time) {
    if (time.isZero() || time.isNegative()) {
      return Optional.of(from);
    }
    var left = time;
    var reached = from;
    var first = dayBefore(from);
    for (var day = first; day.isBefore(first.plusDays(MOST_DAYS)); day = day.plusDays(1)) {
      for (var stretch : stretches(day)) {
        var start = later(stretch.start, reached);
        if (start.isBefore(stretch.end)) {
          var worked = Duration.between(start, stretch.end);
          if (worked.compareTo(left) >= 0) {
            return Optional.of(start.plus(left));
          }
          left = left.minus(worked);
          reached = stretch.end;
        }
      }
    }
    return Optional.empty();
  }

  /// How much of the time between two moments is worked; negative where the second is earlier.
  public Duration workingTimeBetween(Instant from, Instant to) {
    if (to.isBefore(from)) {
      return workingTimeBetween(to, from).negated();
    }
    var worked = Duration.ZERO;
    var reached = from;
    var last = to.atZone(zone).toLocalDate();
    for (var day = dayBefore(from); !day.isAfter(last); day = day.plusDays(1)) {
      for (var stretch : stretches(day)) {
        var start = later(stretch.start, reached);
        var end = stretch.end.isBefore(to) ? stretch.end : to;
        if (start.isBefore(end)) {
          worked = worked.plus(Duration.between(start, end));
          reached = end;
        }
      }
    }
    return worked;
  }

  public boolean isWorkingTime(Instant moment) {
    return !workingTimeBetween(moment, moment.plusSeconds(1)).isZero();
  }

  private record Stretch(Instant start, Instant end) {}

  /// What is worked from the beginning of a day on, in order.
  private List<Stretch> stretches(LocalDate day) {
    var stretches = new ArrayList<Stretch>();
    for (var interval : intervals(day)) {
      var lastDay = interval.isOverMidnight() ? day.plusDays(1) : day;
      var start = day.atTime(interval.from()).atZone(zone).toInstant();
      var end = lastDay.atTime(interval.to()).atZone(zone).toInstant();
      stretches.add(new Stretch(start, end));
    }
    stretches.sort(Comparator.comparing(Stretch::start));
    return stretches;
  }

  private List<WorkingInterval> intervals(LocalDate day) {
    var exception = exceptions.get(day);
    if (exception == null) {
      return hours.week().getOrDefault(day.getDayOfWeek(), List.of());
    }
    var worksAs = exception.worksAs();
    return worksAs == null ? List.of() : hours.week().getOrDefault(worksAs, List.of());
  }

  /// The work of the day before may last beyond midnight.
  private LocalDate dayBefore(Instant moment) {
    return moment.atZone(zone).toLocalDate().minusDays(1);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
