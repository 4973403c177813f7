package org.kezhi.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Calendars as RFC 5545 wants them.
class CalendarFileTests {

  private static final UUID ID = UUID.fromString("01a20360-b08b-7000-ada2-a61921a4bb89");

  @Test
  void writesAnEventWithAnAlarm() {
    assertThat(CalendarFile.of("My plans", List.of(event("Visit", null))))
        .isEqualTo(
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Kezhi//Kezhi//ZH
            CALSCALE:GREGORIAN
            METHOD:PUBLISH
            X-WR-CALNAME:My plans
            REFRESH-INTERVAL;VALUE=DURATION:PT30M
            BEGIN:VEVENT
            UID:01a20360-b08b-7000-ada2-a61921a4bb89@kezhi
            DTSTAMP:20260301T080000Z
            LAST-MODIFIED:20260301T080000Z
            SEQUENCE:3
            DTSTART:20260310T013000Z
            DTEND:20260310T023000Z
            SUMMARY:Visit
            TRANSP:OPAQUE
            BEGIN:VALARM
            ACTION:DISPLAY
            DESCRIPTION:Visit
            TRIGGER;VALUE=DATE-TIME:20260310T010000Z
            END:VALARM
            END:VEVENT
            END:VCALENDAR
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void escapesWhatHasAMeaning() {
    var file = CalendarFile.of("x", List.of(event("a;b,c\\d\u0007", "one\r\ntwo\nEND:VEVENT")));

    assertThat(file)
        .contains("SUMMARY:a\\;b\\,c\\\\d \r\n", "DESCRIPTION:one\\ntwo\\nEND:VEVENT\r\n");
  }

  @Test
  void foldsLinesBetweenCharacters() {
    var summary = "拜访杭州西湖茶业有限公司并讨论明年的供货合同与价格条款以及售后服务安排😀😀";
    var file = CalendarFile.of("x", List.of(event(summary, null)));

    for (var line : file.split("\r\n")) {
      assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
    }
    assertThat(file.replace("\r\n ", "")).contains("SUMMARY:" + summary + "\r\n");
  }

  private static CalendarFile.Event event(String summary, String description) {
    return new CalendarFile.Event(
        ID,
        3,
        Instant.parse("2026-03-01T08:00:00Z"),
        Instant.parse("2026-03-10T01:30:00Z"),
        Duration.ofHours(1),
        summary,
        description,
        Instant.parse("2026-03-10T01:00:00Z"),
        true);
  }
}
