package org.kezhi.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// How long things take when only working time counts.
class WorkingCalendarTests {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private final WorkingCalendar usual = new WorkingCalendar(WorkingHours.USUAL, SHANGHAI);

  @Test
  void leavesOutNoonAndNight() {
    assertThat(usual.workingTimeBetween(at("2026-03-02T11:00"), at("2026-03-02T14:00")))
        .isEqualTo(Duration.ofMinutes(90));
    assertThat(usual.workingTimeBetween(at("2026-03-02T08:00"), at("2026-03-03T09:30")))
        .isEqualTo(Duration.ofHours(8));
    assertThat(usual.workingTimeBetween(at("2026-03-03T09:30"), at("2026-03-02T08:00")))
        .isEqualTo(Duration.ofHours(-8));
  }

  @Test
  void goesOverTheWeekend() {
    assertThat(usual.addWorkingTime(at("2026-03-06T17:00"), Duration.ofHours(2)))
        .contains(at("2026-03-09T10:00"));
    assertThat(usual.addWorkingTime(at("2026-03-07T12:00"), Duration.ofMinutes(1)))
        .contains(at("2026-03-09T09:01"));
    assertThat(usual.addWorkingTime(at("2026-03-06T17:00"), Duration.ofHours(1)))
        .contains(at("2026-03-06T18:00"));
    assertThat(usual.addWorkingTime(at("2026-03-07T12:00"), Duration.ZERO))
        .contains(at("2026-03-07T12:00"));
  }

  @Test
  void knowsHolidaysAndDaysThatMakeUpForThem() {
    var hours =
        new WorkingHours(
            WorkingHours.USUAL.week(),
            List.of(
                new ExceptionalDay(LocalDate.of(2026, 10, 1), "国庆节", null),
                new ExceptionalDay(LocalDate.of(2026, 10, 2), "国庆节", null),
                new ExceptionalDay(LocalDate.of(2026, 10, 10), "调休", DayOfWeek.FRIDAY)));
    var calendar = new WorkingCalendar(hours, SHANGHAI);

    assertThat(calendar.addWorkingTime(at("2026-09-30T17:00"), Duration.ofHours(2)))
        .contains(at("2026-10-05T10:00"));
    assertThat(calendar.workingTimeBetween(at("2026-10-10T00:00"), at("2026-10-11T00:00")))
        .isEqualTo(Duration.ofMinutes(450));
    assertThat(calendar.isWorkingTime(at("2026-10-10T10:00"))).isTrue();
    assertThat(calendar.isWorkingTime(at("2026-10-01T10:00"))).isFalse();
  }

  @Test
  void worksThroughMidnight() {
    var nights = new WorkingCalendar(week("22:00", "06:00", DayOfWeek.MONDAY), SHANGHAI);

    assertThat(nights.workingTimeBetween(at("2026-03-02T00:00"), at("2026-03-03T02:00")))
        .isEqualTo(Duration.ofHours(4));
    assertThat(nights.addWorkingTime(at("2026-03-03T01:00"), Duration.ofHours(6)))
        .contains(at("2026-03-09T23:00"));
    var allDay = new WorkingCalendar(week("00:00", "00:00", DayOfWeek.MONDAY), SHANGHAI);
    assertThat(allDay.workingTimeBetween(at("2026-03-01T00:00"), at("2026-03-05T00:00")))
        .isEqualTo(Duration.ofHours(24));
  }

  @Test
  void countsRealHoursWhenTheClockIsChanged() {
    var nights = new WorkingCalendar(week("01:00", "05:00", DayOfWeek.SUNDAY), BERLIN);
    var spring = LocalDate.of(2026, 3, 29).atStartOfDay(BERLIN);
    var autumn = LocalDate.of(2026, 10, 25).atStartOfDay(BERLIN);

    assertThat(nights.workingTimeBetween(spring.toInstant(), spring.plusDays(1).toInstant()))
        .isEqualTo(Duration.ofHours(3));
    assertThat(nights.workingTimeBetween(autumn.toInstant(), autumn.plusDays(1).toInstant()))
        .isEqualTo(Duration.ofHours(5));
  }

  @Test
  void neverEndsWhereNobodyWorks() {
    var nobody = new WorkingCalendar(new WorkingHours(Map.of(), List.of()), SHANGHAI);

    assertThat(nobody.addWorkingTime(at("2026-03-06T17:00"), Duration.ofHours(1))).isEmpty();
  }

  @Test
  void bothWaysAgree() {
    var start = at("2026-03-04T16:17");
    for (var minutes = 1; minutes < 3_000; minutes += 37) {
      var time = Duration.ofMinutes(minutes);
      var end = usual.addWorkingTime(start, time).orElseThrow();
      assertThat(usual.workingTimeBetween(start, end)).isEqualTo(time);
    }
  }

  private static WorkingHours week(String from, String to, DayOfWeek day) {
    var interval = new WorkingInterval(LocalTime.parse(from), LocalTime.parse(to));
    return new WorkingHours(Map.of(day, List.of(interval)), List.of());
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
  }
}
