package org.kezhi.bulk;

import static org.kezhi.db.Tables.BULK_RUN;
import static org.kezhi.db.Tables.JOB;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Viewer;
import org.kezhi.db.tables.Job;
import org.kezhi.platform.CommonProblem;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads and writes bulk runs and how far they are.
@Repository
class BulkRepository {

  private static final Job WORK = JOB.as("work");
  private static final Job UNDO = JOB.as("undo");
  private static final TypeReference<Map<String, @Nullable Object>> CHANGES =
      new TypeReference<>() {};

  private final DSLContext db;
  private final JsonMapper json;

  BulkRepository(DSLContext db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  void insert(UUID id, Viewer viewer, BulkOrder order, Map<String, @Nullable Object> changes) {
    db.insertInto(BULK_RUN)
        .set(BULK_RUN.ID, id)
        .set(BULK_RUN.OBJECT, order.object())
        .set(BULK_RUN.ACTION, order.action().code())
        .set(BULK_RUN.CHANGES, JSONB.valueOf(json.writeValueAsString(changes)))
        .set(BULK_RUN.CHANNEL, viewer.channel())
        .set(BULK_RUN.ITEM_COUNT, 0L)
        .set(BULK_RUN.CREATED_BY, viewer.id())
        .execute();
  }

  void started(UUID id, long items, UUID job) {
    db.update(BULK_RUN)
        .set(BULK_RUN.ITEM_COUNT, items)
        .set(BULK_RUN.JOB_ID, job)
        .where(BULK_RUN.ID.eq(id))
        .execute();
  }

  Optional<BulkRun> find(UUID id) {
    return fetch(BULK_RUN.ID.eq(id), 1).stream().findFirst();
  }

  BulkRun get(UUID id) {
    return find(id).orElseThrow(() -> CommonProblem.NOT_FOUND.with());
  }

  /// The newest first; ids sort by time.
  List<BulkRun> list(UUID owner, @Nullable UUID before, int limit) {
    var page = before == null ? DSL.noCondition() : BULK_RUN.ID.lt(before);
    return fetch(BULK_RUN.CREATED_BY.eq(owner).and(page), limit);
  }

  boolean undoStarted(UUID id, UUID job) {
    return db.update(BULK_RUN)
            .set(BULK_RUN.UNDO_JOB_ID, job)
            .where(BULK_RUN.ID.eq(id))
            .and(BULK_RUN.UNDO_JOB_ID.isNull())
            .execute()
        > 0;
  }

  /// Holds the run for this transaction. Where another attempt has meanwhile gone on, this one has
  /// to begin again.
  void hold(UUID id, long position, boolean undoing) {
    var actual =
        db.select(BULK_RUN.POSITION)
            .from(BULK_RUN)
            .where(BULK_RUN.ID.eq(id))
            .and(undoing ? BULK_RUN.UNDO_JOB_ID.isNotNull() : BULK_RUN.UNDO_JOB_ID.isNull())
            .forUpdate()
            .fetchOne(BULK_RUN.POSITION);
    if (actual == null || actual != position) {
      throw new OptimisticLockingFailureException("Bulk run " + id + " is at " + actual);
    }
  }

  void move(UUID id, long position) {
    db.update(BULK_RUN).set(BULK_RUN.POSITION, position).where(BULK_RUN.ID.eq(id)).execute();
  }

  /// Whether the last step was still to be done; nobody else does it then.
  boolean finish(UUID id) {
    return db.update(BULK_RUN)
            .set(BULK_RUN.FINISHED, true)
            .where(BULK_RUN.ID.eq(id))
            .and(BULK_RUN.FINISHED.isFalse())
            .execute()
        > 0;
  }

  private List<BulkRun> fetch(Condition condition, int limit) {
    return db.select(BULK_RUN.fields())
        .select(WORK.STATE, WORK.FINISHED_AT, UNDO.STATE)
        .from(BULK_RUN)
        .leftJoin(WORK)
        .on(WORK.ID.eq(BULK_RUN.JOB_ID))
        .leftJoin(UNDO)
        .on(UNDO.ID.eq(BULK_RUN.UNDO_JOB_ID))
        .where(condition)
        .orderBy(BULK_RUN.ID.desc())
        .limit(limit)
        .fetch(this::run);
  }

  private BulkRun run(Record row) {
    var run = row.into(BULK_RUN);
    return new BulkRun(
        run.getId(),
        run.getObject(),
        BulkAction.of(run.getAction()),
        json.readValue(run.getChanges().data(), CHANGES),
        run.getChannel(),
        run.getItemCount(),
        run.getJobId(),
        run.getUndoJobId(),
        state(row.get(WORK.STATE), row.get(UNDO.STATE)),
        run.getPosition(),
        run.getCreatedBy(),
        run.getCreatedAt(),
        row.get(WORK.FINISHED_AT),
        run.getCounts() == null
            ? null
            : json.readValue(run.getCounts().data(), BulkRunView.BulkCounts.class));
  }

  private static String state(@Nullable String work, @Nullable String undo) {
    if (undo != null && !"failed".equals(undo) && !"cancelled".equals(undo)) {
      return "done".equals(undo) ? "undone" : "undoing";
    }
    return work == null ? "queued" : work;
  }
}
