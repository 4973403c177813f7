package org.kezhi.calendar;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/// The working hours of the company.
///
/// @param week the intervals of each weekday; a weekday without any is free
/// @param exceptions holidays and days that make up for others
public record WorkingHours(
    @NotNull Map<DayOfWeek, @Size(max = 6) List<@Valid WorkingInterval>> week,
    @NotNull @Size(max = 1000) List<@Valid ExceptionalDay> exceptions) {

  static final WorkingHours USUAL = usual();

  private static WorkingHours usual() {
    var day =
        List.of(
            new WorkingInterval(LocalTime.of(9, 0), LocalTime.of(12, 0)),
            new WorkingInterval(LocalTime.of(13, 30), LocalTime.of(18, 0)));
    return new WorkingHours(
        Map.of(
            DayOfWeek.MONDAY, day,
            DayOfWeek.TUESDAY, day,
            DayOfWeek.WEDNESDAY, day,
            DayOfWeek.THURSDAY, day,
            DayOfWeek.FRIDAY, day),
        List.of());
  }
}
