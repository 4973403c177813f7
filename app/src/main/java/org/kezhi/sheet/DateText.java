package org.kezhi.sheet;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads dates and times as people and programs write them, Chinese ones included.
public final class DateText {

  private static final int LONGEST = 60;
  private static final String TIME =
      "(?:[t ]*(上午|下午|am|pm)?\\s*(\\d{1,2})[:时点](\\d{1,2})分?"
          + "(?::?(\\d{1,2})(?:[.,](\\d{1,9}))?秒?)?\\s*(am|pm)?)?";
  private static final String ZONE = "\\s*(z|utc|[+-]\\d{2}:?\\d{2})?";
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-/.年 ](\\d{1,2})[-/.月 ](\\d{1,2})日?" + TIME + ZONE);
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})" + TIME + ZONE);
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})" + TIME + ZONE);
  private static final Pattern DAY_AND_NAME =
      Pattern.compile("(\\d{1,2})[- ]([a-z]{3,9})\\.?,?[- ](\\d{4})" + TIME + ZONE);
  private static final Pattern NAME_AND_DAY =
      Pattern.compile("([a-z]{3,9})\\.? (\\d{1,2}),? (\\d{4})" + TIME + ZONE);

  private final ZoneId zone;
  private final boolean dayFirst;
  private String lastText = "";
  private @Nullable Moment last;

  /// @param dayFirst whether 03/04/2026 is the third of April
  public DateText(ZoneId zone, boolean dayFirst) {
    this.zone = zone;
    this.dayFirst = dayFirst;
  }

  /// Which of the two numbers is the day, where this text tells; both cannot be months.
  static @Nullable Boolean tellsDayFirst(String text) {
    var match = YEAR_LAST.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!match.matches()) {
      return null;
    }
    var first = Integer.parseInt(match.group(1));
    var second = Integer.parseInt(match.group(2));
    return first > 12 == second > 12 ? null : first > 12;
  }

  public @Nullable LocalDate date(String text) {
    var moment = read(text);
    return moment == null ? null : moment.local.toLocalDate();
  }

  public @Nullable OffsetDateTime instant(String text) {
    var moment = read(text);
    if (moment == null) {
      return null;
    }
    return moment.local.atZone(moment.zone).toOffsetDateTime();
  }

  /// The lines of one order come one after the other and say the same.
  private @Nullable Moment read(String text) {
    if (!text.equals(lastText)) {
      last = parse(text);
      lastText = text;
    }
    return last;
  }

  private @Nullable Moment parse(String text) {
    if (text.length() > LONGEST) {
      return null;
    }
    var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    try {
      return match(plain);
    } catch (DateTimeException _) {
      return null;
    }
  }

  private @Nullable Moment match(String text) {
    var match = YEAR_FIRST.matcher(text);
    if (match.matches() || (match = COMPACT.matcher(text)).matches()) {
      return moment(match, number(match, 1), number(match, 2), number(match, 3));
    } else if ((match = YEAR_LAST.matcher(text)).matches()) {
      return dayFirst
          ? moment(match, number(match, 3), number(match, 2), number(match, 1))
          : moment(match, number(match, 3), number(match, 1), number(match, 2));
    } else if ((match = DAY_AND_NAME.matcher(text)).matches()) {
      return moment(match, number(match, 3), month(match.group(2)), number(match, 1));
    } else if ((match = NAME_AND_DAY.matcher(text)).matches()) {
      return moment(match, number(match, 3), month(match.group(1)), number(match, 2));
    }
    return null;
  }

  private Moment moment(Matcher match, int year, int month, int day) {
    var date = LocalDate.of(year, month, day);
    if (year < 1) {
      throw new DateTimeException("no year of a calendar");
    }
    var time = match.group(5) == null ? LocalTime.MIDNIGHT : time(match);
    return new Moment(date.atTime(time), zone(match.group(10)));
  }

  private static LocalTime time(Matcher match) {
    var half = match.group(4) == null ? match.group(9) : match.group(4);
    var hour = number(match, 5);
    if (half != null) {
      if (hour < 1 || hour > 12) {
        throw new DateTimeException("no hour of half a day");
      }
      hour = hour % 12 + ("pm".equals(half) || "下午".equals(half) ? 12 : 0);
    }
    var second = match.group(7) == null ? 0 : number(match, 7);
    var fraction = match.group(8) == null ? "0" : match.group(8);
    var nanos = Integer.parseInt((fraction + "00000000").substring(0, 9));
    return LocalTime.of(hour, number(match, 6), second, nanos);
  }

  private ZoneId zone(@Nullable String offset) {
    if (offset == null) {
      return zone;
    }
    return ZoneId.of("utc".equals(offset) ? "Z" : offset.toUpperCase(Locale.ROOT));
  }

  private static int month(String name) {
    for (var month : Month.values()) {
      if (month.name().toLowerCase(Locale.ROOT).startsWith(name)) {
        return month.getValue();
      }
    }
    throw new DateTimeException("no month");
  }

  private static int number(Matcher match, int group) {
    return Integer.parseInt(match.group(group));
  }

  private record Moment(LocalDateTime local, ZoneId zone) {}
}
