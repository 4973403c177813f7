package org.kezhi.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class StretchTests {

  private static final LocalDate SUNDAY = LocalDate.parse("2026-11-22");
  private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");
  private static final LocalDate LEAP_DAY = LocalDate.parse("2028-02-29");

  @Test
  void knowsDays() {
    assertThat(days("@today", SUNDAY)).isEqualTo("2026-11-22");
    assertThat(days("@yesterday", LocalDate.parse("2027-01-01"))).isEqualTo("2026-12-31");
    assertThat(days("@tomorrow", SUNDAY)).isEqualTo("2026-11-23");
    assertThat(days("2026-02-28", SUNDAY)).isEqualTo("2026-02-28");
  }

  @Test
  void beginsWeeksOnMonday() {
    assertThat(days("@thisWeek", SUNDAY)).isEqualTo("2026-11-16 2026-11-22");
    assertThat(days("@thisWeek", MONDAY)).isEqualTo("2026-11-23 2026-11-29");
    assertThat(days("@lastWeek", MONDAY)).isEqualTo("2026-11-16 2026-11-22");
    assertThat(days("@nextWeek", SUNDAY)).isEqualTo("2026-11-23 2026-11-29");
  }

  @Test
  void knowsMonthsQuartersAndYears() {
    assertThat(days("@thisMonth", LEAP_DAY)).isEqualTo("2028-02-01 2028-02-29");
    assertThat(days("@lastMonth", LocalDate.parse("2026-03-31")))
        .isEqualTo("2026-02-01 2026-02-28");
    assertThat(days("@nextMonth", LocalDate.parse("2026-12-31")))
        .isEqualTo("2027-01-01 2027-01-31");
    assertThat(days("@thisQuarter", SUNDAY)).isEqualTo("2026-10-01 2026-12-31");
    assertThat(days("@lastQuarter", LEAP_DAY)).isEqualTo("2027-10-01 2027-12-31");
    assertThat(days("@nextQuarter", SUNDAY)).isEqualTo("2027-01-01 2027-03-31");
    assertThat(days("@thisYear", SUNDAY)).isEqualTo("2026-01-01 2026-12-31");
    assertThat(days("@lastYear", LEAP_DAY)).isEqualTo("2027-01-01 2027-12-31");
    assertThat(days("@nextYear", SUNDAY)).isEqualTo("2027-01-01 2027-12-31");
  }

  @Test
  void countsDaysWithToday() {
    assertThat(days("@last7days", SUNDAY)).isEqualTo("2026-11-16 2026-11-22");
    assertThat(days("@next7days", SUNDAY)).isEqualTo("2026-11-22 2026-11-28");
    assertThat(days("@last1days", SUNDAY)).isEqualTo("2026-11-22");
    assertThat(days("@30daysAgo", SUNDAY)).isEqualTo("2026-10-23");
    assertThat(days("@0daysAgo", SUNDAY)).isEqualTo("2026-11-22");
  }

  @Test
  void knowsWhatIsNoDay() {
    for (var text :
        new String[] {
          "@someday",
          "@lastDay",
          "@last0days",
          "@last-7days",
          "@last7days ",
          "@last123456days",
          "@thisWeek@lastWeek",
          "2026-02-30",
          "20000-01-01",
          "@",
          ""
        }) {
      assertThat(Stretch.of(text, SUNDAY)).as(text).isEmpty();
    }
  }

  private static String days(String text, LocalDate today) {
    var found = Stretch.of(text, today).orElseThrow();
    return found.first().equals(found.last())
        ? found.first().toString()
        : found.first() + " " + found.last();
  }
}
