package org.kezhi.export;

import static org.kezhi.db.Tables.JOB;
import static org.kezhi.db.Tables.LIST_EXPORT;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.kezhi.access.Viewer;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Reads and writes what is known of exports.
@Repository
class ExportRepository {

  private static final int MOST = 100;

  private final DSLContext db;
  private final JsonMapper json;

  ExportRepository(DSLContext db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /// A new export.
  record Draft(UUID id, CreateExport wanted, Locale language, UUID job, OffsetDateTime expiresAt) {}

  void insert(Viewer viewer, Draft draft) {
    var scopes = viewer.scopes();
    db.insertInto(LIST_EXPORT)
        .set(LIST_EXPORT.ID, draft.id)
        .set(LIST_EXPORT.OBJECT, draft.wanted.object())
        .set(LIST_EXPORT.FORMAT, draft.wanted.format().code())
        .set(LIST_EXPORT.WANTED, JSONB.valueOf(json.writeValueAsString(draft.wanted)))
        .set(LIST_EXPORT.LANGUAGE, draft.language.toLanguageTag())
        .set(LIST_EXPORT.SCOPES, scopes == null ? null : scopes.toArray(String[]::new))
        .set(LIST_EXPORT.JOB_ID, draft.job)
        .set(LIST_EXPORT.CREATED_BY, viewer.id())
        .set(LIST_EXPORT.EXPIRES_AT, draft.expiresAt)
        .execute();
  }

  /// How many exports of somebody are in the queue or at work.
  int underWay(UUID user) {
    return db.fetchCount(
        LIST_EXPORT.join(JOB).on(JOB.ID.eq(LIST_EXPORT.JOB_ID)),
        LIST_EXPORT.CREATED_BY.eq(user).and(JOB.STATE.in("queued", "running")));
  }

  void finish(UUID id, String rights, long rows, long size) {
    db.update(LIST_EXPORT)
        .set(LIST_EXPORT.RIGHTS, rights)
        .set(LIST_EXPORT.ROW_COUNT, rows)
        .set(LIST_EXPORT.SIZE, size)
        .where(LIST_EXPORT.ID.eq(id))
        .execute();
  }

  void delete(UUID id) {
    db.deleteFrom(LIST_EXPORT).where(LIST_EXPORT.ID.eq(id)).execute();
  }

  List<UUID> expired(OffsetDateTime now) {
    return db.select(LIST_EXPORT.ID)
        .from(LIST_EXPORT)
        .where(LIST_EXPORT.EXPIRES_AT.lt(now))
        .fetch(LIST_EXPORT.ID);
  }

  Optional<StoredExport> find(UUID id) {
    return fetch(LIST_EXPORT.ID.eq(id)).stream().findFirst();
  }

  List<StoredExport> of(UUID user) {
    return fetch(LIST_EXPORT.CREATED_BY.eq(user));
  }

  private List<StoredExport> fetch(Condition condition) {
    return db.select(LIST_EXPORT.fields())
        .select(JOB.STATE, JOB.DONE, JOB.TOTAL)
        .from(LIST_EXPORT)
        .join(JOB)
        .on(JOB.ID.eq(LIST_EXPORT.JOB_ID))
        .where(condition)
        .orderBy(LIST_EXPORT.ID.desc())
        .limit(MOST)
        .fetch(this::stored);
  }

  private StoredExport stored(Record row) {
    var export = row.into(LIST_EXPORT);
    var wanted = json.readValue(export.getWanted().data(), CreateExport.class);
    var written = export.getRowCount();
    var shown =
        new ListExport(
            export.getId(),
            export.getObject(),
            wanted.format(),
            export.getObject()
                + "-"
                + export.getCreatedAt().toLocalDate()
                + "."
                + wanted.format().ending(),
            export.getJobId(),
            row.get(JOB.STATE),
            written == null ? row.get(JOB.DONE) : written,
            row.get(JOB.TOTAL),
            export.getSize(),
            export.getCreatedAt(),
            export.getExpiresAt());
    var scopes = export.getScopes();
    return new StoredExport(
        shown,
        wanted,
        Locale.forLanguageTag(export.getLanguage()),
        scopes == null ? null : Set.of(scopes),
        export.getRights(),
        export.getCreatedBy());
  }
}
