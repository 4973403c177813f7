package org.kezhi.mapping;

import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.kezhi.db.Tables.IMPORT_MAPPING;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Viewer;
import org.kezhi.db.tables.records.ImportMappingRecord;
import org.kezhi.intake.ImportSettings;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads and writes stored mappings.
@Repository
class MappingRepository {

  private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

  private final DSLContext db;
  private final JsonMapper json;

  MappingRepository(DSLContext db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /// One's own come first, then by name.
  List<SavedMapping> list(Viewer viewer, @Nullable String object) {
    return fetch(viewer, object == null ? noCondition() : IMPORT_MAPPING.OBJECT.eq(object));
  }

  Optional<SavedMapping> find(Viewer viewer, UUID id) {
    return fetch(viewer, IMPORT_MAPPING.ID.eq(id)).stream().findFirst();
  }

  /// Made for just this header row: one's own before those of others, the newest first.
  Optional<SavedMapping> fitting(Viewer viewer, String object, List<String> headers) {
    return db.selectFrom(IMPORT_MAPPING)
        .where(isSeen(viewer))
        .and(IMPORT_MAPPING.OBJECT.eq(object))
        .and(IMPORT_MAPPING.HEADERS.eq(jsonb(headers)))
        .orderBy(IMPORT_MAPPING.OWNER_ID.eq(viewer.id()).desc(), IMPORT_MAPPING.CHANGED_AT.desc())
        .limit(1)
        .fetchOptional(row -> mapping(viewer, row));
  }

  int count(Viewer viewer) {
    return db.fetchCount(IMPORT_MAPPING, IMPORT_MAPPING.OWNER_ID.eq(viewer.id()));
  }

  UUID save(UUID id, Viewer viewer, SaveMapping wanted) {
    return db.insertInto(IMPORT_MAPPING)
        .set(IMPORT_MAPPING.ID, id)
        .set(IMPORT_MAPPING.OBJECT, wanted.object())
        .set(IMPORT_MAPPING.NAME, wanted.name().strip())
        .set(IMPORT_MAPPING.SHARED, wanted.forAll())
        .set(IMPORT_MAPPING.HEADERS, jsonb(wanted.headers()))
        .set(IMPORT_MAPPING.SETTINGS, jsonb(wanted.settings()))
        .set(IMPORT_MAPPING.OWNER_ID, viewer.id())
        .onConflict(IMPORT_MAPPING.OWNER_ID, IMPORT_MAPPING.OBJECT, lower(IMPORT_MAPPING.NAME))
        .doUpdate()
        .set(IMPORT_MAPPING.SHARED, wanted.forAll())
        .set(IMPORT_MAPPING.HEADERS, jsonb(wanted.headers()))
        .set(IMPORT_MAPPING.SETTINGS, jsonb(wanted.settings()))
        .set(IMPORT_MAPPING.CHANGED_AT, currentOffsetDateTime())
        .returningResult(IMPORT_MAPPING.ID)
        .fetchSingle(IMPORT_MAPPING.ID);
  }

  void delete(UUID id) {
    db.deleteFrom(IMPORT_MAPPING).where(IMPORT_MAPPING.ID.eq(id)).execute();
  }

  private List<SavedMapping> fetch(Viewer viewer, Condition which) {
    return db.selectFrom(IMPORT_MAPPING)
        .where(isSeen(viewer))
        .and(which)
        .orderBy(IMPORT_MAPPING.OWNER_ID.eq(viewer.id()).desc(), lower(IMPORT_MAPPING.NAME))
        .fetch(row -> mapping(viewer, row));
  }

  private static Condition isSeen(Viewer viewer) {
    return IMPORT_MAPPING.OWNER_ID.eq(viewer.id()).or(IMPORT_MAPPING.SHARED);
  }

  private SavedMapping mapping(Viewer viewer, ImportMappingRecord row) {
    return new SavedMapping(
        row.getId(),
        row.getObject(),
        row.getName(),
        row.getShared(),
        viewer.id().equals(row.getOwnerId()),
        json.readValue(row.getHeaders().data(), NAMES),
        json.readValue(row.getSettings().data(), ImportSettings.class));
  }

  private JSONB jsonb(Object value) {
    return JSONB.valueOf(json.writeValueAsString(value));
  }
}
