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
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kezhi.audit.AuditContext;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.FieldError;
import org.kezhi.platform.Ids;
import org.kezhi.platform.Remembered;
import org.kezhi.record.ObjectTypes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Gives programs a key of their own, limited to what they need, and takes it away again.
@Service
public class Tokens {

  private static final String PREFIX = "kz_";
  private static final String EVERYTHING = "*";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final DSLContext db;
  private final ObjectTypes types;
  private final Clock clock;
  private final AuditContext audit;
  private final Remembered<String, Optional<LoggedIn>> remembered = new Remembered<>(this::read);

  Tokens(DSLContext db, ObjectTypes types, Clock clock, AuditContext audit) {
    this.db = db;
    this.types = types;
    this.clock = clock;
    this.audit = audit;
  }

  /// Makes a token; its secret is told this once and never again.
  @Transactional
  public NewToken create(UUID userId, CreateToken command) {
    audit.begin(userId, "web", null);
    return insert(userId, command);
  }

  /// Makes a token for somebody else.
  @Transactional
  NewToken create(Viewer viewer, UUID userId, CreateToken command) {
    audit.begin(viewer.id(), viewer.channel(), null);
    return insert(userId, command);
  }

  private NewToken insert(UUID userId, CreateToken command) {
    var scopes = scopes(command);
    var secret = newSecret();
    var id = Ids.next();
    db.insertInto(API_TOKEN)
        .set(API_TOKEN.ID, id)
        .set(API_TOKEN.USER_ID, userId)
        .set(API_TOKEN.NAME, command.name())
        .set(API_TOKEN.SECRET_HASH, hash(secret))
        .set(API_TOKEN.SCOPES, scopes.toArray(String[]::new))
        .set(API_TOKEN.EXPIRES_AT, command.expiresAt())
        .execute();
    return new NewToken(id, command.name(), scopes, secret);
  }

  static String newSecret() {
    var random = new byte[32];
    RANDOM.nextBytes(random);
    return PREFIX + HexFormat.of().formatHex(random);
  }

  /// A scope that nobody knows would give a token that can do nothing. Permissions may be written
  /// with a colon too, like all other scopes.
  private List<String> scopes(CreateToken command) {
    var known = new TreeSet<>(Set.of(EVERYTHING));
    for (var permission : Permission.values()) {
      known.add(permission.code());
    }
    for (var type : types.all()) {
      known.addAll(List.of(type.name() + ":read", type.name() + ":write"));
    }
    var unknown =
        command.scopes().stream().filter(scope -> !known.contains(code(scope, known))).toList();
    if (!unknown.isEmpty()) {
      var error = FieldError.of("scopes", "unknownScope", unknown.getFirst(), join(known));
      throw CommonProblem.INVALID.in(List.of(error));
    }
    return command.scopes().stream().map(scope -> code(scope, known)).toList();
  }

  private static String code(String scope, Set<String> known) {
    return known.contains(scope) ? scope : scope.replace(':', '.');
  }

  private static String join(Set<String> scopes) {
    return String.join(", ", scopes);
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
    audit.begin(userId, "web", null);
    var gone =
        db.deleteFrom(API_TOKEN)
            .where(API_TOKEN.ID.eq(id))
            .and(API_TOKEN.USER_ID.eq(userId))
            .execute();
    remembered.forget();
    if (gone == 0) {
      throw CommonProblem.NOT_FOUND.with();
    }
  }

  /// Whom a token lets in; remembered for two seconds under its hash.
  Optional<LoggedIn> find(String secret) {
    return remembered.get(HexFormat.of().formatHex(hash(secret)));
  }

  private Optional<LoggedIn> read(String hash) {
    return db.select(API_TOKEN.USER_ID, API_TOKEN.SCOPES)
        .from(API_TOKEN)
        .where(API_TOKEN.SECRET_HASH.eq(HexFormat.of().parseHex(hash)))
        .and(API_TOKEN.EXPIRES_AT.isNull().or(API_TOKEN.EXPIRES_AT.gt(now())))
        .fetchOptional(row -> new LoggedIn(row.value1(), Set.of(row.value2()), "api"));
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
