package org.kezhi.access;

import static org.kezhi.db.Tables.API_TOKEN;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Gives programs a key of their own, limited to what they need, and takes it away again.
@Service
public class Tokens {

  private static final String PREFIX = "kz_";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final DSLContext db;
  private final Clock clock;

  Tokens(DSLContext db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /// Makes a token; its secret is told this once and never again.
  @Transactional
  public NewToken create(UUID userId, CreateToken command) {
    var random = new byte[32];
    RANDOM.nextBytes(random);
    var secret = PREFIX + HexFormat.of().formatHex(random);
    var id = Ids.next();
    db.insertInto(API_TOKEN)
        .set(API_TOKEN.ID, id)
        .set(API_TOKEN.USER_ID, userId)
        .set(API_TOKEN.NAME, command.name())
        .set(API_TOKEN.SECRET_HASH, hash(secret))
        .set(API_TOKEN.SCOPES, command.scopes().toArray(String[]::new))
        .set(API_TOKEN.EXPIRES_AT, command.expiresAt())
        .execute();
    return new NewToken(id, command.name(), command.scopes(), secret);
  }

  public List<TokenSummary> list(UUID userId) {
    return db.selectFrom(API_TOKEN)
        .where(API_TOKEN.USER_ID.eq(userId))
        .orderBy(API_TOKEN.CREATED_AT.desc())
        .fetch(row ->
            new TokenSummary(
                row.getId(),
                row.getName(),
                Arrays.asList(row.getScopes()),
                row.getCreatedAt(),
                row.getExpiresAt()));
  }

  @Transactional
  public void revoke(UUID userId, UUID id) {
    var gone =
        db.deleteFrom(API_TOKEN)
            .where(API_TOKEN.ID.eq(id))
            .and(API_TOKEN.USER_ID.eq(userId))
            .execute();
    if (gone == 0) {
      throw CommonProblem.NOT_FOUND.with();
    }
  }

  Optional<LoggedIn> find(String secret) {
    return db.select(API_TOKEN.USER_ID, API_TOKEN.SCOPES)
        .from(API_TOKEN)
        .where(API_TOKEN.SECRET_HASH.eq(hash(secret)))
        .and(API_TOKEN.EXPIRES_AT.isNull().or(API_TOKEN.EXPIRES_AT.gt(now())))
        .fetchOptional(row -> new LoggedIn(row.value1(), Set.of(row.value2())));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static byte[] hash(String secret) {
    return hash(secret.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] hash(byte[] secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A token as it is listed, without its secret.
  public record TokenSummary(
      UUID id,
      String name,
      List<String> scopes,
      OffsetDateTime createdAt,
      @Nullable OffsetDateTime expiresAt) {}

  /// A token just made, with the secret that its owner must keep.
  public record NewToken(UUID id, String name, List<String> scopes, String secret) {}
}
