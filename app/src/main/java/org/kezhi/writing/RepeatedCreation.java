package org.kezhi.writing;

import static org.kezhi.db.Tables.IDEMPOTENCY_KEY;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Viewer;
import org.kezhi.platform.CommonProblem;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Makes a creation that is sent twice with one key happen once.
@Service
class RepeatedCreation {

  private static final int MAX_KEY = 200;

  private final DSLContext db;
  private final Records records;
  private final JsonMapper json;

  RepeatedCreation(DSLContext db, Records records, JsonMapper json) {
    this.db = db;
    this.records = records;
    this.json = json;
  }

  /// Creates the record, or finds the one that the same key has created before. A second request
  /// that comes at the same time waits for the first at the key's row.
  @Transactional
  public UUID once(
      Viewer viewer, ObjectType type, @Nullable String key, Map<String, @Nullable Object> body) {
    if (key == null) {
      return records.create(viewer, type, body);
    } else if (key.isBlank() || key.length() > MAX_KEY) {
      throw CommonProblem.MALFORMED.with();
    }
    var hash = hash(body);
    var first =
        db.insertInto(IDEMPOTENCY_KEY)
            .set(IDEMPOTENCY_KEY.PRINCIPAL, viewer.id())
            .set(IDEMPOTENCY_KEY.KEY, key)
            .set(IDEMPOTENCY_KEY.ROUTE, type.path())
            .set(IDEMPOTENCY_KEY.REQUEST_HASH, hash)
            .onConflictDoNothing()
            .execute();
    if (first == 0) {
      return before(viewer, type, key, hash);
    }
    var id = records.create(viewer, type, body);
    db.update(IDEMPOTENCY_KEY)
        .set(IDEMPOTENCY_KEY.ANSWER, id.toString())
        .where(IDEMPOTENCY_KEY.PRINCIPAL.eq(viewer.id()))
        .and(IDEMPOTENCY_KEY.KEY.eq(key))
        .execute();
    return id;
  }

  private UUID before(Viewer viewer, ObjectType type, String key, byte[] hash) {
    var row =
        db.selectFrom(IDEMPOTENCY_KEY)
            .where(IDEMPOTENCY_KEY.PRINCIPAL.eq(viewer.id()))
            .and(IDEMPOTENCY_KEY.KEY.eq(key))
            .fetchSingle();
    if (!row.getRoute().equals(type.path()) || !Arrays.equals(row.getRequestHash(), hash)) {
      throw RecordProblem.KEY_REUSED.with();
    }
    return UUID.fromString(row.getAnswer());
  }

  private byte[] hash(Map<String, @Nullable Object> body) {
    try {
      var text = json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
      return MessageDigest.getInstance("SHA-256").digest(text);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
