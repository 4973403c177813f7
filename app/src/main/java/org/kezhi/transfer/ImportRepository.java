package org.kezhi.transfer;

import static org.kezhi.db.Tables.IMPORT_BAD_ROW;
import static org.kezhi.db.Tables.IMPORT_RUN;
import static org.kezhi.db.Tables.JOB;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kezhi.db.tables.Job;
import org.kezhi.intake.ImportCounts;
import org.kezhi.intake.ImportSettings;
import org.kezhi.platform.CommonProblem;
import org.kezhi.sheet.FileHead;
import org.kezhi.sheet.TableFile;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads and writes imports, their position and their bad rows.
@Repository
class ImportRepository {

  private static final Job WORK = JOB.as("work");
  private static final Job UNDO = JOB.as("undo");
  private static final TypeReference<List<FileHead.Header>> HEADERS = new TypeReference<>() {};

  private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

  private final DSLContext db;
  private final JsonMapper json;

  ImportRepository(DSLContext db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  void insert(ImportRun run) {
    db.insertInto(IMPORT_RUN)
        .set(IMPORT_RUN.ID, run.id())
        .set(IMPORT_RUN.OBJECT, run.object())
        .set(IMPORT_RUN.FILE_NAME, run.fileName())
        .set(IMPORT_RUN.FILE_SIZE, run.fileSize())
        .set(IMPORT_RUN.FORMAT, run.format().code())
        .set(IMPORT_RUN.ENCODING, run.encoding())
        .set(IMPORT_RUN.DELIMITER, run.delimiter())
        .set(IMPORT_RUN.SHEET, run.sheet())
        .set(IMPORT_RUN.SHEETS, jsonb(run.sheets()))
        .set(IMPORT_RUN.HEADERS, jsonb(run.headers()))
        .set(IMPORT_RUN.ROW_ESTIMATE, run.rowEstimate())
        .set(IMPORT_RUN.SETTINGS, jsonb(run.settings()))
        .set(IMPORT_RUN.MAPPING_ID, run.mappingId())
        .set(IMPORT_RUN.CREATED_BY, run.createdBy())
        .execute();
  }

  /// Changes how a draft is read; what a trial found holds no longer.
  void update(ImportRun run) {
    db.update(IMPORT_RUN)
        .set(IMPORT_RUN.ENCODING, run.encoding())
        .set(IMPORT_RUN.DELIMITER, run.delimiter())
        .set(IMPORT_RUN.SHEET, run.sheet())
        .set(IMPORT_RUN.HEADERS, jsonb(run.headers()))
        .set(IMPORT_RUN.ROW_ESTIMATE, run.rowEstimate())
        .set(IMPORT_RUN.SETTINGS, jsonb(run.settings()))
        .set(IMPORT_RUN.MAPPING_ID, run.mappingId())
        .where(IMPORT_RUN.ID.eq(run.id()))
        .and(IMPORT_RUN.JOB_ID.isNull())
        .execute();
    forgetBad(run.id());
  }

  /// Throws a draft away.
  void delete(UUID id) {
    db.deleteFrom(IMPORT_RUN).where(IMPORT_RUN.ID.eq(id)).and(IMPORT_RUN.JOB_ID.isNull()).execute();
  }

  Optional<ImportRun> find(UUID id) {
    return fetch(IMPORT_RUN.ID.eq(id), 1).stream().findFirst();
  }

  ImportRun get(UUID id) {
    return find(id).orElseThrow(() -> CommonProblem.NOT_FOUND.with());
  }

  /// The newest first; ids sort by time.
  List<ImportRun> list(Condition condition, @Nullable UUID before, int limit) {
    var page = before == null ? DSL.noCondition() : IMPORT_RUN.ID.lt(before);
    return fetch(condition.and(page), limit);
  }

  /// Links the job that does the work to a draft that is held.
  void started(UUID id, UUID jobId) {
    db.update(IMPORT_RUN).set(IMPORT_RUN.JOB_ID, jobId).where(IMPORT_RUN.ID.eq(id)).execute();
    forgetBad(id);
  }

  boolean undoStarted(UUID id, UUID jobId) {
    return db.update(IMPORT_RUN)
            .set(IMPORT_RUN.UNDO_JOB_ID, jobId)
            .where(IMPORT_RUN.ID.eq(id))
            .and(IMPORT_RUN.UNDO_JOB_ID.isNull())
            .execute()
        > 0;
  }

  /// Holds the import for this transaction. Where another attempt has meanwhile gone on, this one
  /// has to begin again.
  void hold(UUID id, long position) {
    var actual =
        db.select(IMPORT_RUN.POSITION)
            .from(IMPORT_RUN)
            .where(IMPORT_RUN.ID.eq(id))
            .and(IMPORT_RUN.UNDO_JOB_ID.isNull())
            .forUpdate()
            .fetchOne(IMPORT_RUN.POSITION);
    if (actual == null || actual != position) {
      throw new OptimisticLockingFailureException("Import " + id + " is at line " + actual);
    }
  }

  void advance(UUID id, long position, ImportCounts more) {
    db.update(IMPORT_RUN)
        .set(IMPORT_RUN.POSITION, position)
        .set(IMPORT_RUN.READ_COUNT, IMPORT_RUN.READ_COUNT.plus(more.read()))
        .set(IMPORT_RUN.CREATED_COUNT, IMPORT_RUN.CREATED_COUNT.plus(more.created()))
        .set(IMPORT_RUN.UPDATED_COUNT, IMPORT_RUN.UPDATED_COUNT.plus(more.updated()))
        .set(IMPORT_RUN.SKIPPED_COUNT, IMPORT_RUN.SKIPPED_COUNT.plus(more.skipped()))
        .set(IMPORT_RUN.BAD_COUNT, IMPORT_RUN.BAD_COUNT.plus(more.bad()))
        .where(IMPORT_RUN.ID.eq(id))
        .execute();
  }

  /// Whether the last step was still to be done; nobody else does it then.
  boolean finish(UUID id) {
    return db.update(IMPORT_RUN)
            .set(IMPORT_RUN.FINISHED, true)
            .where(IMPORT_RUN.ID.eq(id))
            .and(IMPORT_RUN.FINISHED.isFalse())
            .execute()
        > 0;
  }

  void forgetBad(UUID id) {
    db.deleteFrom(IMPORT_BAD_ROW).where(IMPORT_BAD_ROW.IMPORT_ID.eq(id)).execute();
  }

  void insertBad(UUID id, List<BadRow> rows) {
    var insert =
        db.insertInto(
            IMPORT_BAD_ROW,
            IMPORT_BAD_ROW.IMPORT_ID,
            IMPORT_BAD_ROW.LINE,
            IMPORT_BAD_ROW.ERRORS,
            IMPORT_BAD_ROW.RAW);
    var batch = db.batch(insert.values((UUID) null, null, null, null));
    for (var row : rows) {
      batch = batch.bind(id, row.line(), jsonb(row.errors()), row.raw());
    }
    batch.execute();
  }

  private List<ImportRun> fetch(Condition condition, int limit) {
    return db.select(IMPORT_RUN.fields())
        .select(WORK.STATE, UNDO.STATE)
        .from(IMPORT_RUN)
        .leftJoin(WORK)
        .on(WORK.ID.eq(IMPORT_RUN.JOB_ID))
        .leftJoin(UNDO)
        .on(UNDO.ID.eq(IMPORT_RUN.UNDO_JOB_ID))
        .where(condition)
        .orderBy(IMPORT_RUN.ID.desc())
        .limit(limit)
        .fetch(this::run);
  }

  private ImportRun run(Record row) {
    var run = row.into(IMPORT_RUN);
    return new ImportRun(
        run.getId(),
        run.getObject(),
        run.getFileName(),
        run.getFileSize(),
        TableFile.Format.of(run.getFormat()),
        run.getEncoding(),
        run.getDelimiter(),
        run.getSheet(),
        json.readValue(run.getSheets().data(), NAMES),
        json.readValue(run.getHeaders().data(), HEADERS),
        run.getRowEstimate(),
        json.readValue(run.getSettings().data(), ImportSettings.class),
        run.getMappingId(),
        run.getJobId(),
        run.getUndoJobId(),
        state(row.get(WORK.STATE), row.get(UNDO.STATE)),
        run.getPosition(),
        new ImportCounts(
            run.getReadCount(),
            run.getCreatedCount(),
            run.getUpdatedCount(),
            run.getSkippedCount(),
            run.getBadCount()),
        run.getCreatedBy(),
        run.getCreatedAt());
  }

  private static String state(@Nullable String work, @Nullable String undo) {
    if (undo != null && !"failed".equals(undo) && !"cancelled".equals(undo)) {
      return "done".equals(undo) ? "undone" : "undoing";
    }
    return work == null ? "draft" : work;
  }

  private JSONB jsonb(Object value) {
    return JSONB.valueOf(json.writeValueAsString(value));
  }
}
