package org.kezhi.digest;

import static org.jooq.impl.DSL.val;
import static org.kezhi.db.Tables.DIGEST_SETTING;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// Keeps who wants a mail in the morning, and finds those for whom it is time.
@Repository
class DigestRepository {

  /// Whoever sets it up in the evening gets the first one on the next morning.
  private static final int LATE_MINUTES = 180;

  private final DSLContext db;
  private final Clock clock;

  DigestRepository(DSLContext db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /// Somebody whose morning it is.
  record Reader(UUID user, String address, String language, LocalDate day) {}

  /// What somebody has chosen.
  record Setting(boolean wanted, int minute, @Nullable String zone) {}

  List<Reader> due(ZoneId company) {
    var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    return db.fetch(
            """
            select u.id, u.email, u.language, l.at::date as day
            from app_user u
            left join digest_setting s on s.user_id = u.id
            cross join lateral (
              select {0}::timestamptz at time zone coalesce(s.zone, {1}) as at) l
            where u.active and u.deleted_at is null and u.email <> ''
              and coalesce(s.wanted, true)
              and s.last_day is distinct from l.at::date
              and extract(hour from l.at) * 60 + extract(minute from l.at) - coalesce(s.minute, 480)
                between 0 and {2}
            order by u.id
            limit 500
            """,
            val(now), val(company.getId()), val(LATE_MINUTES))
        .map(row ->
            new Reader(
                row.get("id", UUID.class),
                row.get("email", String.class),
                row.get("language", String.class),
                row.get("day", LocalDate.class)));
  }

  void made(UUID user, LocalDate day) {
    db.insertInto(DIGEST_SETTING, DIGEST_SETTING.USER_ID, DIGEST_SETTING.LAST_DAY)
        .values(user, day)
        .onConflict(DIGEST_SETTING.USER_ID)
        .doUpdate()
        .set(DIGEST_SETTING.LAST_DAY, day)
        .execute();
  }

  Setting find(UUID user) {
    return db.selectFrom(DIGEST_SETTING)
        .where(DIGEST_SETTING.USER_ID.eq(user))
        .fetchOptional(row -> new Setting(row.getWanted(), row.getMinute(), row.getZone()))
        .orElse(new Setting(true, 480, null));
  }

  void keep(UUID user, Setting setting) {
    db.insertInto(DIGEST_SETTING)
        .set(DIGEST_SETTING.USER_ID, user)
        .set(DIGEST_SETTING.WANTED, setting.wanted())
        .set(DIGEST_SETTING.MINUTE, setting.minute())
        .set(DIGEST_SETTING.ZONE, setting.zone())
        .onConflict(DIGEST_SETTING.USER_ID)
        .doUpdate()
        .set(DIGEST_SETTING.WANTED, setting.wanted())
        .set(DIGEST_SETTING.MINUTE, setting.minute())
        .set(DIGEST_SETTING.ZONE, setting.zone())
        .execute();
  }
}
