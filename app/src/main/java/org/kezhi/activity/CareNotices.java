package org.kezhi.activity;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.kezhi.access.Policy;
import org.kezhi.access.Use;
import org.kezhi.access.Viewer;
import org.kezhi.access.Viewers;
import org.kezhi.activity.CareDates.Day;
import org.kezhi.job.JobKind;
import org.kezhi.job.JobRun;
import org.kezhi.job.NightlyJob;
import org.kezhi.notification.FieldFact;
import org.kezhi.notification.FieldNames;
import org.kezhi.notification.Notice;
import org.kezhi.notification.NoticeKind;
import org.kezhi.notification.Notices;
import org.kezhi.notification.Topic;
import org.kezhi.notification.Wording;
import org.kezhi.platform.Settings;
import org.kezhi.record.Aliases;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.StandardColumns;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells whoever is responsible for somebody of birthdays and anniversaries, before the morning's
/// mail: once some days ahead and once on the day.
@Component
class CareNotices implements JobKind {

  static final String NAME = "careNotices";

  private static final NoticeKind KIND = new NoticeKind("careDate", Topic.REMINDER, true);

  private final DSLContext db;
  private final ObjectTypes types;
  private final Policy policy;
  private final Viewers viewers;
  private final Notices notices;
  private final CareDays days;
  private final Settings settings;
  private final TransactionTemplate transaction;
  private final Clock clock;

  CareNotices(
      DSLContext db,
      ObjectTypes types,
      Policy policy,
      Viewers viewers,
      Notices notices,
      CareDays days,
      Settings settings,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.db = db;
    this.types = types;
    this.policy = policy;
    this.viewers = viewers;
    this.notices = notices;
    this.days = days;
    this.settings = settings;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Bean
  static NoticeKind careDateNotice() {
    return KIND;
  }

  @Bean
  static NightlyJob careNoticesBeforeTheMorning() {
    return new NightlyJob(NAME, LocalTime.of(5, 0));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, Long> run(JobRun run) {
    var found = 0L;
    for (var type : types.all()) {
      for (var date : type.careDates()) {
        run.progress(found, null);
        found += tell(type, date, LocalDate.now(clock.withZone(settings.zone())));
      }
    }
    return Map.of("dates", found);
  }

  /// Each person in a transaction of their own; how many dates were found.
  long tell(ObjectType type, Field<LocalDate> date, LocalDate today) {
    var wanted = CareDates.monthDays(today, days.ahead() + 1);
    var day = new Day(type, type.field(date), wanted);
    var found = 0L;
    for (var person : responsible(day)) {
      found +=
          viewers
              .find(person)
              .filter(viewer -> maySee(viewer, day))
              .map(viewer -> transaction.execute(_ -> tell(viewer, day, today)))
              .orElse(0);
    }
    return found;
  }

  private boolean maySee(Viewer viewer, Day day) {
    return policy.maySee(viewer, day.type())
        && policy.visibleField(viewer, day.type(), day.field().name()).isPresent();
  }

  private List<UUID> responsible(Day day) {
    return owner(day.type())
        .map(owner ->
            db.fetch(
                    selectDistinct(owner)
                        .from(day.type().table())
                        .where(day.isSoon())
                        .and(owner.isNotNull()))
                .getValues(0, UUID.class))
        .orElse(List.of());
  }

  private int tell(Viewer viewer, Day day, LocalDate today) {
    var table = day.type().table();
    var soon =
        db.select(StandardColumns.id(table), day.date())
            .from(table)
            .where(day.isSoon())
            .and(policy.rows(viewer, Use.READ, day.type(), table))
            .and(owner(day.type()).orElseThrow().eq(viewer.id()))
            .fetch();
    soon.forEach(row ->
        send(new Told(viewer, day, row.value1(), CareDates.comes(row.value2(), today)), today));
    return soon.size();
  }

  /// Whom a day is told, and when it comes.
  private record Told(Viewer viewer, Day day, UUID id, LocalDate comes) {}

  /// The date is part of what happened, so that every year is another.
  private void send(Told told, LocalDate today) {
    var object = told.day.type().name();
    var field = told.day.field().name();
    var isToday = told.comes.equals(today);
    var words =
        Wording.of(
            isToday ? "notice.careDate.today" : "notice.careDate.ahead",
            new FieldNames(object, List.of(field)),
            new FieldFact(object, field, told.comes));
    var key = "care:%s:%s:%s%s".formatted(field, told.id, told.comes, isToday ? ":today" : "");
    notices.send(
        Notice.of(KIND, key, List.of(told.viewer.id())).about(object, told.id).saying(words));
  }

  /// Whoever owns it, or else whoever owns what it belongs to.
  private Optional<Field<UUID>> owner(ObjectType type) {
    return type.owner()
        .or(() ->
            type.follows().stream()
                .flatMap(parent -> ownerOfParent(type, parent).stream())
                .findFirst());
  }

  private Optional<Field<UUID>> ownerOfParent(ObjectType type, Field<UUID> reference) {
    var parent = types.target(type.field(reference));
    var table = Aliases.of(parent.table(), "responsible");
    return parent
        .owner()
        .map(owner ->
            field(
                select(parent.field(owner).on(table).coerce(UUID.class))
                    .from(table)
                    .where(StandardColumns.id(table).eq(reference))));
  }
}
