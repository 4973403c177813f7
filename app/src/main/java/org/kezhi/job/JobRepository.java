package org.kezhi.job;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.val;
import static org.kezhi.db.Tables.JOB;
import static org.kezhi.db.Tables.SCHEDULED_TASKS;

import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes the rows of jobs; each method that an attempt calls has a transaction of its own.
@Repository
class JobRepository {

  private final DSLContext db;

  JobRepository(DSLContext db) {
    this.db = db;
  }

  void insert(JobRow job, String subject) {
    db.insertInto(JOB)
        .set(JOB.ID, job.id())
        .set(JOB.KIND, job.kind())
        .set(JOB.TITLE, subject)
        .set(JOB.PAYLOAD, job.payload())
        .set(JOB.CREATED_BY, job.createdBy())
        .execute();
  }

  /// Whether a job of a kind is still to be done; two that ask at once wait for one another.
  boolean isUnderWay(String kind) {
    db.execute("select pg_advisory_xact_lock(hashtext({0}))", val("kezhi job " + kind));
    return db.fetchExists(JOB, JOB.KIND.eq(kind), JOB.STATE.in("queued", "running"));
  }

  /// Marks the jobs of a kind that are still to be done as wanted again; whether there are any. Who
  /// is just ending waits for the caller's transaction, and sees the mark.
  boolean wantAgain(String kind) {
    return isUnderWay(kind)
        && db.update(JOB)
                .set(JOB.AGAIN, true)
                .where(JOB.KIND.eq(kind))
                .and(JOB.STATE.in("queued", "running"))
                .execute()
            > 0;
  }

  /// Whether another job must follow one that has ended; each answer is given once.
  boolean isWantedAgain(UUID id) {
    return db.update(JOB).set(JOB.AGAIN, false).where(JOB.ID.eq(id)).and(JOB.AGAIN).execute() > 0;
  }

  /// Takes a job that is still to be done or whose last attempt was interrupted.
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  Optional<JobRow> begin(UUID id) {
    return db.update(JOB)
        .set(JOB.STATE, "running")
        .set(JOB.AGAIN, false)
        .set(JOB.STARTED_AT, coalesce(JOB.STARTED_AT, currentOffsetDateTime()))
        .set(JOB.HEARTBEAT_AT, currentOffsetDateTime())
        .where(JOB.ID.eq(id))
        .and(JOB.STATE.in("queued", "running"))
        .returningResult(JOB.ID, JOB.KIND, JOB.PAYLOAD, JOB.CREATED_BY)
        .fetchOptional(Records.mapping(JobRow::new));
  }

  /// Notes how far a job is and answers whether somebody wants it to end.
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  boolean progress(UUID id, long done, @Nullable Long total, @Nullable String step) {
    return Boolean.TRUE.equals(
        db.update(JOB)
            .set(JOB.DONE, done)
            .set(JOB.TOTAL, total)
            .set(JOB.MESSAGE, step)
            .set(JOB.HEARTBEAT_AT, currentOffsetDateTime())
            .where(JOB.ID.eq(id))
            .returningResult(JOB.CANCEL_REQUESTED)
            .fetchOne(JOB.CANCEL_REQUESTED));
  }

  /// Answers what the job was about.
  String done(UUID id, JSONB result) {
    return db.update(JOB)
        .set(JOB.STATE, "done")
        .set(JOB.RESULT, result)
        .set(JOB.DONE, greatest(JOB.DONE, coalesce(JOB.TOTAL, val(0L))))
        .setNull(JOB.MESSAGE)
        .setNull(JOB.ERROR)
        .set(JOB.FINISHED_AT, currentOffsetDateTime())
        .where(JOB.ID.eq(id))
        .returningResult(JOB.TITLE)
        .fetchSingle(JOB.TITLE);
  }

  String ended(UUID id, String state, @Nullable String error) {
    return db.update(JOB)
        .set(JOB.STATE, state)
        .set(JOB.ERROR, error)
        .set(JOB.FINISHED_AT, currentOffsetDateTime())
        .where(JOB.ID.eq(id))
        .returningResult(JOB.TITLE)
        .fetchSingle(JOB.TITLE);
  }

  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void interrupted(UUID id) {
    db.update(JOB).set(JOB.STATE, "queued").where(JOB.ID.eq(id)).execute();
  }

  /// Ends a job that nobody has begun; any other is left to an attempt to end.
  boolean cancel(UUID id) {
    var waiting =
        db.update(JOB)
            .set(JOB.STATE, "cancelled")
            .set(JOB.CANCEL_REQUESTED, true)
            .set(JOB.FINISHED_AT, currentOffsetDateTime())
            .where(JOB.ID.eq(id))
            .and(JOB.STATE.eq("queued"))
            .and(JOB.STARTED_AT.isNull())
            .execute();
    return waiting > 0
        || db.update(JOB)
                .set(JOB.CANCEL_REQUESTED, true)
                .where(JOB.ID.eq(id))
                .and(JOB.STATE.in("queued", "running"))
                .execute()
            > 0;
  }

  boolean queueAgain(UUID id) {
    return db.update(JOB)
            .set(JOB.STATE, "queued")
            .set(JOB.CANCEL_REQUESTED, false)
            .setNull(JOB.ERROR)
            .setNull(JOB.FINISHED_AT)
            .where(JOB.ID.eq(id))
            .and(JOB.STATE.in("failed", "cancelled"))
            .execute()
        > 0;
  }

  /// Frees what an earlier process of this program held when it was killed.
  @Transactional
  void releaseAll() {
    db.update(SCHEDULED_TASKS)
        .set(SCHEDULED_TASKS.PICKED, false)
        .setNull(SCHEDULED_TASKS.PICKED_BY)
        .setNull(SCHEDULED_TASKS.LAST_HEARTBEAT)
        .set(SCHEDULED_TASKS.VERSION, SCHEDULED_TASKS.VERSION.plus(1))
        .where(SCHEDULED_TASKS.PICKED)
        .execute();
  }
}
