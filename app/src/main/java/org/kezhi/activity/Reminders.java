package org.kezhi.activity;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.selectOne;
import static org.kezhi.db.Tables.ACTIVITY;
import static org.kezhi.db.Tables.ACTIVITY_REMINDER;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.kezhi.job.Recurring;
import org.kezhi.notification.Notice;
import org.kezhi.notification.NoticeKind;
import org.kezhi.notification.Notices;
import org.kezhi.notification.Topic;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Reminds people of what they have planned, each time once: the reminder and the note that it was
/// sent are one transaction.
@Repository
class Reminders {

  private static final NoticeKind KIND = new NoticeKind("reminder", Topic.REMINDER, false);
  private static final Duration EVERY = Duration.ofSeconds(20);
  private static final Duration LATEST = Duration.ofDays(7);
  private static final int BATCH = 200;

  private final DSLContext db;
  private final Notices notices;
  private final Clock clock;

  Reminders(DSLContext db, Notices notices, Clock clock) {
    this.db = db;
    this.notices = notices;
    this.clock = clock;
  }

  @Bean
  static NoticeKind reminderNotice() {
    return KIND;
  }

  @Bean
  static Recurring sendReminders(ObjectProvider<Reminders> reminders) {
    return new Recurring("reminders", EVERY, () -> sendAll(reminders.getObject()));
  }

  /// Each batch in a transaction of its own.
  private static void sendAll(Reminders reminders) {
    int sent;
    do {
      sent = reminders.send();
    } while (sent == BATCH);
  }

  /// Reminds of what is due, and tells of how much.
  @Transactional
  int send() {
    var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    var due =
        db.select(
                ACTIVITY.ID,
                ACTIVITY.REMIND_AT,
                ACTIVITY.SUBJECT,
                coalesce(ACTIVITY.DUE_AT, ACTIVITY.REMIND_AT),
                coalesce(ACTIVITY.OWNER_ID, ACTIVITY.CREATED_BY))
            .from(ACTIVITY)
            .where(ACTIVITY.DONE.isFalse())
            .and(ACTIVITY.DELETED_AT.isNull())
            .and(ACTIVITY.REMIND_AT.between(now.minus(LATEST), now))
            .andNotExists(
                selectOne()
                    .from(ACTIVITY_REMINDER)
                    .where(ACTIVITY_REMINDER.ACTIVITY_ID.eq(ACTIVITY.ID))
                    .and(ACTIVITY_REMINDER.REMIND_AT.eq(ACTIVITY.REMIND_AT)))
            .orderBy(ACTIVITY.REMIND_AT)
            .limit(BATCH)
            .forUpdate()
            .of(ACTIVITY)
            .skipLocked()
            .fetch();
    for (var row : due) {
      db.insertInto(ACTIVITY_REMINDER, ACTIVITY_REMINDER.ACTIVITY_ID, ACTIVITY_REMINDER.REMIND_AT)
          .values(row.value1(), row.value2())
          .execute();
      if (row.value5() != null) {
        notices.send(
            Notice.of(
                    KIND,
                    "reminder:" + row.value1() + ":" + row.value2().toInstant(),
                    List.of(row.value5()))
                .about("activity", row.value1())
                .saying(row.value3(), row.value4()));
      }
    }
    return due.size();
  }
}
