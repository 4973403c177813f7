package org.kezhi.activity;

import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.kezhi.db.Tables.CALENDAR_FEED;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Keeps under which addresses people let their calendars be read: one each, known by its hash
/// only.
@Repository
class FeedRepository {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  private final DSLContext db;

  FeedRepository(DSLContext db) {
    this.db = db;
  }

  Optional<OffsetDateTime> since(UUID user) {
    return db.select(CALENDAR_FEED.CREATED_AT)
        .from(CALENDAR_FEED)
        .where(CALENDAR_FEED.USER_ID.eq(user))
        .fetchOptional(CALENDAR_FEED.CREATED_AT);
  }

  /// Makes a new secret; the one before is worth nothing from now on.
  @Transactional
  String renew(UUID user) {
    var random = new byte[BYTES];
    RANDOM.nextBytes(random);
    var secret = HexFormat.of().formatHex(random);
    db.insertInto(CALENDAR_FEED, CALENDAR_FEED.USER_ID, CALENDAR_FEED.SECRET_HASH)
        .values(user, hash(secret))
        .onConflict(CALENDAR_FEED.USER_ID)
        .doUpdate()
        .set(CALENDAR_FEED.SECRET_HASH, hash(secret))
        .set(CALENDAR_FEED.CREATED_AT, currentOffsetDateTime())
        .execute();
    return secret;
  }

  @Transactional
  void revoke(UUID user) {
    db.deleteFrom(CALENDAR_FEED).where(CALENDAR_FEED.USER_ID.eq(user)).execute();
  }

  Optional<UUID> user(String secret) {
    return db.select(CALENDAR_FEED.USER_ID)
        .from(CALENDAR_FEED)
        .where(CALENDAR_FEED.SECRET_HASH.eq(hash(secret)))
        .fetchOptional(CALENDAR_FEED.USER_ID);
  }

  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
