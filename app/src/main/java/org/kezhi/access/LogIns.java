package org.kezhi.access;

import static org.jooq.impl.DSL.lower;
import static org.kezhi.db.Tables.APP_USER;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.kezhi.audit.AuditContext;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Checks passwords, slowly for those who guess, and ends log-ins.
@Service
class LogIns {

  private static final BucketConfiguration BY_NAME = attempts(5, Duration.ofMinutes(1));
  private static final BucketConfiguration BY_ADDRESS = attempts(50, Duration.ofMinutes(1));

  private final DSLContext db;
  private final PasswordEncoder passwords;
  private final AuditContext audit;
  private final ProxyManager<Long> buckets;
  private final FindByIndexNameSessionRepository<? extends Session> sessions;
  private final CompletableFuture<String> nobodysHash;

  /// Bounds the memory that hashing can take at once.
  private final Semaphore hashing = new Semaphore(2);

  LogIns(
      DSLContext db,
      PasswordEncoder passwords,
      AuditContext audit,
      DataSource database,
      FindByIndexNameSessionRepository<? extends Session> sessions) {
    this.db = db;
    this.passwords = passwords;
    this.audit = audit;
    this.sessions = sessions;
    // beside the start, which it would slow down
    this.nobodysHash =
        CompletableFuture.supplyAsync(
            () -> String.valueOf(passwords.encode(UUID.randomUUID().toString())));
    this.buckets =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database).table("login_bucket").build();
  }

  /// The user with this name and password. A wrong name takes as long as a wrong password.
  LoggedIn check(String userName, String password, String address) {
    var name = userName.strip().toLowerCase(Locale.ROOT);
    slowDown("name " + name, BY_NAME);
    slowDown("address " + address, BY_ADDRESS);
    var user =
        db.select(APP_USER.ID, APP_USER.PASSWORD_HASH)
            .from(APP_USER)
            .where(lower(APP_USER.USER_NAME).eq(name))
            .and(APP_USER.ACTIVE)
            .and(APP_USER.DELETED_AT.isNull())
            .fetchOne();
    var hash = user == null ? null : user.value2();
    if (!matches(password, hash == null ? nobodysHash.join() : hash)
        || user == null
        || hash == null) {
      throw AccessProblem.WRONG_PASSWORD.with();
    }
    buckets.removeProxy(key("name " + name));
    return LoggedIn.person(user.value1());
  }

  @Transactional
  void changePassword(UUID userId, String current, String next) {
    var hash =
        db.select(APP_USER.PASSWORD_HASH).from(APP_USER).where(APP_USER.ID.eq(userId)).fetchOne();
    if (hash == null || hash.value1() == null || !matches(current, hash.value1())) {
      throw AccessProblem.WRONG_CURRENT_PASSWORD.with();
    }
    audit.begin(userId, "web", null);
    setPassword(userId, next);
  }

  @Transactional
  void setPassword(UUID userId, String password) {
    db.update(APP_USER)
        .set(APP_USER.PASSWORD_HASH, hash(password))
        .where(APP_USER.ID.eq(userId))
        .execute();
  }

  /// Ends every log-in of a user, on all devices.
  void endAll(UUID userId) {
    sessions.findByPrincipalName(userId.toString()).keySet().forEach(sessions::deleteById);
  }

  String hash(String password) {
    hashing.acquireUninterruptibly();
    try {
      return String.valueOf(passwords.encode(password));
    } finally {
      hashing.release();
    }
  }

  private boolean matches(String password, String hash) {
    hashing.acquireUninterruptibly();
    try {
      return passwords.matches(password, hash);
    } finally {
      hashing.release();
    }
  }

  private void slowDown(String who, BucketConfiguration pace) {
    var probe = buckets.builder().build(key(who), () -> pace).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      var seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
      throw AccessProblem.TOO_MANY_ATTEMPTS.with(seconds).carrying("retryAfter", seconds);
    }
  }

  private static Long key(String who) {
    return ByteBuffer.wrap(Tokens.hash(who.getBytes(StandardCharsets.UTF_8))).getLong();
  }

  private static BucketConfiguration attempts(int count, Duration period) {
    var pace = Bandwidth.builder().capacity(count).refillGreedy(count, period).build();
    return BucketConfiguration.builder().addLimit(pace).build();
  }
}
