package org.kezhi.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/// When things that repeat themselves come next.
class RepetitionTests {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void staysAtTheEndOfTheMonth() {
    var monthly = new Repetition(at("2026-01-31T18:00"), ChronoUnit.MONTHS, 1, null);

    assertThat(days(monthly, 4))
        .containsExactly("2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31");
  }

  @Test
  void staysOnLeapDay() {
    var yearly = new Repetition(at("2024-02-29T09:00"), ChronoUnit.YEARS, 1, null);

    assertThat(days(yearly, 4))
        .containsExactly("2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29");
  }

  @Test
  void keepsTheHourWhenTheClockIsChanged() {
    var weekly = new Repetition(at("2026-03-25T09:00"), ChronoUnit.WEEKS, 1, null);
    var next = weekly.next(0, at("2026-03-25T10:00")).orElseThrow().at();

    assertThat(next).isEqualTo(at("2026-04-01T09:00"));
    assertThat(ChronoUnit.HOURS.between(at("2026-03-25T09:00"), next)).isEqualTo(7 * 24 - 1);
  }

  @Test
  void leavesOutWhatHasPassed() {
    var daily = new Repetition(at("2026-01-01T18:00"), ChronoUnit.DAYS, 2, null);
    var next = daily.next(0, at("2026-01-10T12:00")).orElseThrow();

    assertThat(next.at()).isEqualTo(at("2026-01-11T18:00"));
    assertThat(next.number()).isEqualTo(5);
  }

  @Test
  void goesOnWhenItWasDoneEarly() {
    var daily = new Repetition(at("2026-01-05T18:00"), ChronoUnit.DAYS, 1, null);

    assertThat(daily.next(2, at("2026-01-02T00:00")).orElseThrow().at())
        .isEqualTo(at("2026-01-08T18:00"));
  }

  @Test
  void ends() {
    var until = LocalDate.of(2026, 1, 15);
    var weekly = new Repetition(at("2026-01-01T18:00"), ChronoUnit.WEEKS, 1, until);

    assertThat(weekly.next(0, at("2026-01-01T18:00"))).isPresent();
    assertThat(weekly.next(1, at("2026-01-08T18:00"))).isPresent();
    assertThat(weekly.next(2, at("2026-01-15T18:00"))).isEmpty();
  }

  private static ArrayList<String> days(Repetition repetition, int many) {
    var days = new ArrayList<String>();
    var at = repetition.first();
    for (var number = 0; number < many; number++) {
      at = repetition.next(number, at).orElseThrow().at();
      days.add(at.toLocalDate().toString());
    }
    return days;
  }

  private static ZonedDateTime at(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN);
  }
}
