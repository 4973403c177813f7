package org.kezhi.activity;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes plans as RFC 5545 wants them: times in UTC, texts escaped, lines folded at 75 bytes.
final class CalendarFile {

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int LINE = 75;

  private final StringBuilder text = new StringBuilder();

  private CalendarFile() {}

  /// Something planned.
  ///
  /// @param blocks whether it keeps a person from doing anything else at that time
  record Event(
      UUID id,
      long version,
      Instant changed,
      Instant start,
      Duration duration,
      String summary,
      @Nullable String description,
      @Nullable Instant alarm,
      boolean blocks) {}

  static String of(String name, List<Event> events) {
    var file = new CalendarFile();
    file.line("BEGIN:VCALENDAR");
    file.line("VERSION:2.0");
    file.line("PRODID:-//Kezhi//Kezhi//ZH");
    file.line("CALSCALE:GREGORIAN");
    file.line("METHOD:PUBLISH");
    file.line("X-WR-CALNAME:" + escaped(name));
    file.line("REFRESH-INTERVAL;VALUE=DURATION:PT30M");
    events.forEach(file::event);
    file.line("END:VCALENDAR");
    return file.text.toString();
  }

  private void event(Event event) {
    line("BEGIN:VEVENT");
    line("UID:" + event.id + "@kezhi");
    line("DTSTAMP:" + UTC.format(event.changed));
    line("LAST-MODIFIED:" + UTC.format(event.changed));
    line("SEQUENCE:" + event.version);
    line("DTSTART:" + UTC.format(event.start));
    line("DTEND:" + UTC.format(event.start.plus(event.duration)));
    line("SUMMARY:" + escaped(event.summary));
    if (event.description != null) {
      line("DESCRIPTION:" + escaped(event.description));
    }
    line(event.blocks ? "TRANSP:OPAQUE" : "TRANSP:TRANSPARENT");
    if (event.alarm != null) {
      line("BEGIN:VALARM");
      line("ACTION:DISPLAY");
      line("DESCRIPTION:" + escaped(event.summary));
      line("TRIGGER;VALUE=DATE-TIME:" + UTC.format(event.alarm));
      line("END:VALARM");
    }
    line("END:VEVENT");
  }

  private static String escaped(String value) {
    return value
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\r\n", "\\n")
        .replace("\n", "\\n")
        .replaceAll("\\p{Cntrl}", " ");
  }

  /// A line is broken between characters, never within one.
  private void line(String line) {
    var bytes = 0;
    for (var at = 0; at < line.length(); ) {
      var character = Character.toString(line.codePointAt(at));
      var length = character.getBytes(StandardCharsets.UTF_8).length;
      if (bytes + length > LINE) {
        text.append("\r\n ");
        bytes = 1;
      }
      text.append(character);
      bytes += length;
      at += character.length();
    }
    text.append("\r\n");
  }
}
