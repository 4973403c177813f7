package org.kezhi.activity;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kezhi.access.Policy;
import org.kezhi.access.Use;
import org.kezhi.access.Viewer;
import org.kezhi.platform.Settings;
import org.kezhi.reading.FieldLabels;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordField;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Repository;

/// Finds the birthdays and anniversaries of the next days: the same day and month in whichever
/// year. Who was born on a leap day has the 28th in other years.
@Repository
class CareDates {

  private static final int MOST = 200;
  private static final int MOST_DAYS = 31;

  private final DSLContext db;
  private final ObjectTypes types;
  private final Policy policy;
  private final FieldLabels labels;
  private final Settings settings;
  private final Clock clock;

  CareDates(
      DSLContext db,
      ObjectTypes types,
      Policy policy,
      FieldLabels labels,
      Settings settings,
      Clock clock) {
    this.db = db;
    this.types = types;
    this.policy = policy;
    this.labels = labels;
    this.settings = settings;
    this.clock = clock;
  }

  /// A day to think of somebody.
  ///
  /// @param label which day it is, such as a birthday
  /// @param date when it comes next
  /// @param years how many years it will then be
  record CareDate(String object, UUID id, String title, String label, LocalDate date, int years) {}

  /// The soonest first.
  List<CareDate> next(Viewer viewer, int days, Locale language) {
    var today = LocalDate.now(clock.withZone(settings.zone()));
    var wanted = monthDays(today, Math.clamp(days, 1, MOST_DAYS));
    var found = new ArrayList<CareDate>();
    for (var type : types.all()) {
      for (var careDate : type.careDates()) {
        var care = type.field(careDate);
        if (policy.maySee(viewer, type)
            && policy.visibleField(viewer, type, care.name()).isPresent()) {
          var label = labels.field(type, care, language);
          var seen = policy.rows(viewer, Use.READ, type, type.table());
          db.fetch(soon(new Day(type, care, wanted), seen))
              .forEach(row -> found.add(told(type, row, label, today)));
        }
      }
    }
    found.sort(Comparator.comparing(CareDate::date).thenComparing(CareDate::title));
    return found;
  }

  private static CareDate told(
      ObjectType type, Record3<UUID, String, LocalDate> row, String label, LocalDate today) {
    var date = comes(row.value3(), today);
    var years = date.getYear() - row.value3().getYear();
    return new CareDate(type.name(), row.value1(), row.value2(), label, date, years);
  }

  private static Select<Record3<UUID, String, LocalDate>> soon(Day day, Condition seen) {
    var table = day.type.table();
    return select(
            StandardColumns.id(table),
            day.type.titleField().on(table).cast(SQLDataType.CLOB),
            day.date())
        .from(table)
        .where(day.isSoon())
        .and(seen)
        .limit(inline(MOST));
  }

  /// Which days of the year are looked for, in which field of which kind of record.
  record Day(ObjectType type, RecordField field, List<Integer> wanted) {

    Field<LocalDate> date() {
      return field.on(type.table()).coerce(LocalDate.class);
    }

    Condition isSoon() {
      var monthDay =
          DSL.field(
              "(extract(month from {0}) * 100 + extract(day from {0}))::int",
              SQLDataType.INTEGER, date());
      return date()
          .isNotNull()
          .and(StandardColumns.deletedAt(type.table()).isNull())
          .and(monthDay.in(wanted.stream().map(DSL::inline).toList()));
    }
  }

  /// As numbers: 304 is the fourth of March.
  static List<Integer> monthDays(LocalDate first, int days) {
    var all = new ArrayList<Integer>();
    for (var day = first; day.isBefore(first.plusDays(days)); day = day.plusDays(1)) {
      all.add(day.getMonthValue() * 100 + day.getDayOfMonth());
      if (day.getMonthValue() == 2 && day.getDayOfMonth() == 28 && !day.isLeapYear()) {
        all.add(229);
      }
    }
    return all;
  }

  /// When a day comes again, today included.
  static LocalDate comes(LocalDate day, LocalDate today) {
    var thisYear = day.withYear(today.getYear());
    return thisYear.isBefore(today) ? day.withYear(today.getYear() + 1) : thisYear;
  }
}
