package org.kezhi.notification;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;
import static org.kezhi.db.Tables.APP_USER;
import static org.kezhi.db.Tables.NOTICE;
import static org.kezhi.db.Tables.NOTICE_MUTE;
import static org.kezhi.db.Tables.NOTICE_SETTING;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// Reads what people were told.
@Repository
class NoticeQueries {

  private final DSLContext db;

  NoticeQueries(DSLContext db) {
    this.db = db;
  }

  /// Which notices somebody looks at.
  ///
  /// @param cursor the one after which they begin
  record Part(@Nullable String topic, boolean unread, int limit, @Nullable UUID cursor) {}

  /// The newest first: ids sort by time.
  List<StoredNotice> list(UUID user, Part part) {
    var wanted =
        NOTICE
            .IN_APP
            .isTrue()
            .and(part.topic() == null ? noCondition() : NOTICE.TOPIC.eq(part.topic()))
            .and(part.unread() ? NOTICE.READ_AT.isNull() : noCondition())
            .and(part.cursor() == null ? noCondition() : NOTICE.ID.lt(part.cursor()));
    return fetch(user, wanted, part.limit() + 1);
  }

  /// What is still to be mailed to somebody, the newest of it.
  List<StoredNotice> unmailed(UUID user, int most) {
    var wanted =
        NOTICE.BY_MAIL.isTrue().and(NOTICE.READ_AT.isNull()).and(NOTICE.MAILED_AT.isNull());
    return fetch(user, wanted, most);
  }

  private List<StoredNotice> fetch(UUID user, Condition wanted, int most) {
    var muted =
        field(
            exists(
                selectOne()
                    .from(NOTICE_MUTE)
                    .where(NOTICE_MUTE.USER_ID.eq(NOTICE.RECIPIENT_ID))
                    .and(NOTICE_MUTE.OBJECT.eq(NOTICE.OBJECT))
                    .and(NOTICE_MUTE.RECORD_ID.eq(NOTICE.RECORD_ID))));
    return db.select(
            NOTICE.ID,
            NOTICE.KIND,
            NOTICE.TOPIC,
            NOTICE.OBJECT,
            NOTICE.RECORD_ID,
            NOTICE.ACTOR_ID,
            APP_USER.DISPLAY_NAME,
            NOTICE.ARGUMENTS,
            NOTICE.CREATED_AT,
            NOTICE.READ_AT,
            muted)
        .from(NOTICE)
        .leftJoin(APP_USER)
        .on(APP_USER.ID.eq(NOTICE.ACTOR_ID))
        .where(NOTICE.RECIPIENT_ID.eq(user))
        .and(wanted)
        .orderBy(NOTICE.ID.desc())
        .limit(most)
        .fetch(mapping(StoredNotice::new));
  }

  /// What the bells of some people show, in one statement out of one index. Whoever may not log in
  /// any more is left out.
  Map<UUID, Unread> unread(Collection<UUID> users) {
    return db.select(APP_USER.ID, count(NOTICE.CREATED_AT), max(NOTICE.CREATED_AT))
        .from(APP_USER)
        .leftJoin(NOTICE)
        .on(NOTICE.RECIPIENT_ID.eq(APP_USER.ID))
        .and(NOTICE.READ_AT.isNull())
        .and(NOTICE.IN_APP)
        .where(APP_USER.ID.eq(any(users.toArray(UUID[]::new))))
        .and(APP_USER.ACTIVE)
        .and(APP_USER.DELETED_AT.isNull())
        .groupBy(APP_USER.ID)
        .fetchMap(APP_USER.ID, row -> new Unread(row.value2(), row.value3()));
  }

  /// What somebody has chosen, by kind.
  Map<String, Choice> chosen(UUID user) {
    return db.selectFrom(NOTICE_SETTING)
        .where(NOTICE_SETTING.USER_ID.eq(user))
        .fetchMap(NOTICE_SETTING.KIND, row -> new Choice(row.getInApp(), row.getByMail()));
  }

  List<Notice.About> muted(UUID user) {
    return db.select(NOTICE_MUTE.OBJECT, NOTICE_MUTE.RECORD_ID)
        .from(NOTICE_MUTE)
        .where(NOTICE_MUTE.USER_ID.eq(user))
        .orderBy(NOTICE_MUTE.CREATED_AT.desc())
        .limit(200)
        .fetch(mapping(Notice.About::new));
  }

  /// By which ways somebody wants to be told.
  record Choice(boolean inApp, boolean byMail) {}
}
