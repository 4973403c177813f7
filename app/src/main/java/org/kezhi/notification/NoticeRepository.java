package org.kezhi.notification;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.kezhi.db.Tables.NOTICE;
import static org.kezhi.db.Tables.NOTICE_MUTE;
import static org.kezhi.db.Tables.NOTICE_SETTING;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.SQLDataType;
import org.kezhi.platform.Ids;
import org.springframework.stereotype.Repository;

/// Writes notices, what of them was read, and who wants to be told what.
@Repository
class NoticeRepository {

  private final DSLContext db;
  private final NoticeArguments arguments;

  NoticeRepository(DSLContext db, NoticeArguments arguments) {
    this.db = db;
    this.arguments = arguments;
  }

  /// One statement, however many are told; how many it were.
  int insert(Notice notice) {
    var recipients =
        notice.recipients().stream()
            .filter(id -> !id.equals(notice.by()))
            .sorted()
            .toArray(UUID[]::new);
    if (recipients.length == 0) {
      return 0;
    }
    var ids = Stream.generate(Ids::next).limit(recipients.length).toArray(UUID[]::new);
    var kind = notice.kind();
    var about = notice.about();
    return db.execute(
        """
        insert into notice (id, recipient_id, kind, topic, business_key, object, record_id, actor_id,
          arguments, in_app, by_mail)
        select t.id, t.recipient_id, {2}, {3}, {4}, {5}, {6}, {7}, {8},
          coalesce(s.in_app, true), coalesce(s.by_mail, {9})
        from unnest({0}, {1}) as t (id, recipient_id)
        join app_user u on u.id = t.recipient_id and u.active and u.deleted_at is null
        left join notice_setting s on s.user_id = t.recipient_id and s.kind = {2}
        where (coalesce(s.in_app, true) or coalesce(s.by_mail, {9}))
          and not ({3} = 'change' and exists (
            select from notice_mute m
            where m.user_id = t.recipient_id and m.object = {5} and m.record_id = {6}))
        on conflict (recipient_id, business_key) do nothing
        """,
        val(ids),
        val(recipients),
        val(kind.name()),
        val(kind.topic().code()),
        val(notice.key()),
        val(about == null ? null : about.object(), SQLDataType.CLOB),
        val(about == null ? null : about.id(), SQLDataType.UUID),
        val(notice.by(), SQLDataType.UUID),
        val(JSONB.valueOf(arguments.write(notice.arguments()))),
        val(kind.byMail()));
  }

  void markRead(UUID user, List<UUID> ids) {
    db.update(NOTICE)
        .set(NOTICE.READ_AT, currentOffsetDateTime())
        .where(NOTICE.RECIPIENT_ID.eq(user))
        .and(NOTICE.READ_AT.isNull())
        .and(ids.isEmpty() ? noCondition() : NOTICE.ID.eq(any(ids.toArray(UUID[]::new))))
        .execute();
  }

  void mailed(UUID user) {
    db.update(NOTICE)
        .set(NOTICE.MAILED_AT, currentOffsetDateTime())
        .where(NOTICE.RECIPIENT_ID.eq(user))
        .and(NOTICE.BY_MAIL)
        .and(NOTICE.READ_AT.isNull())
        .and(NOTICE.MAILED_AT.isNull())
        .execute();
  }

  boolean markUnread(UUID user, UUID id) {
    return db.update(NOTICE)
            .setNull(NOTICE.READ_AT)
            .where(NOTICE.RECIPIENT_ID.eq(user))
            .and(NOTICE.ID.eq(id))
            .execute()
        == 1;
  }

  void mute(UUID user, String object, UUID record) {
    db.insertInto(NOTICE_MUTE, NOTICE_MUTE.USER_ID, NOTICE_MUTE.OBJECT, NOTICE_MUTE.RECORD_ID)
        .values(user, object, record)
        .onConflictDoNothing()
        .execute();
  }

  void unmute(UUID user, String object, UUID record) {
    db.deleteFrom(NOTICE_MUTE)
        .where(NOTICE_MUTE.USER_ID.eq(user))
        .and(NOTICE_MUTE.OBJECT.eq(object))
        .and(NOTICE_MUTE.RECORD_ID.eq(record))
        .execute();
  }

  void choose(UUID user, String kind, boolean inApp, boolean byMail) {
    db.insertInto(NOTICE_SETTING)
        .set(NOTICE_SETTING.USER_ID, user)
        .set(NOTICE_SETTING.KIND, kind)
        .set(NOTICE_SETTING.IN_APP, inApp)
        .set(NOTICE_SETTING.BY_MAIL, byMail)
        .onConflict(NOTICE_SETTING.USER_ID, NOTICE_SETTING.KIND)
        .doUpdate()
        .set(NOTICE_SETTING.IN_APP, inApp)
        .set(NOTICE_SETTING.BY_MAIL, byMail)
        .execute();
  }

  /// Ids sort by time, so that the old ones are the first of the key.
  int forget(OffsetDateTime before, int most) {
    return db.deleteFrom(NOTICE)
        .where(
            NOTICE.ID.in(
                select(NOTICE.ID)
                    .from(NOTICE)
                    .where(NOTICE.CREATED_AT.lt(before))
                    .orderBy(NOTICE.ID)
                    .limit(most)))
        .execute();
  }
}
