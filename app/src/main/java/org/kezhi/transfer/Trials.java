package org.kezhi.transfer;

import static org.kezhi.db.Tables.IMPORT_RUN;
import static org.kezhi.db.Tables.JOB;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kezhi.platform.CommonProblem;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Sees to it that a draft is tried out by one job at a time, and by none while it is changed.
@Repository
class Trials {

  private final DSLContext db;
  private final ImportRepository imports;

  Trials(DSLContext db, ImportRepository imports) {
    this.db = db;
    this.imports = imports;
  }

  /// Holds a draft that nobody tries out for this transaction.
  @Transactional(propagation = Propagation.MANDATORY)
  void requireNone(UUID importId) {
    var last = hold(importId);
    if (isUnderWay(last)) {
      throw TransferProblem.IMPORT_ON_TRIAL.with();
    }
  }

  /// The job that tries a draft out now.
  Optional<UUID> underWay(UUID importId) {
    return Optional.ofNullable(hold(importId)).filter(this::isUnderWay);
  }

  /// Makes a job the one that tries a draft out, from no bad rows on.
  @Transactional
  void begin(UUID importId, UUID jobId) {
    var last = hold(importId);
    if (!jobId.equals(last) && isUnderWay(last)) {
      throw TransferProblem.IMPORT_ON_TRIAL.with();
    }
    db.update(IMPORT_RUN)
        .set(IMPORT_RUN.TRIAL_JOB_ID, jobId)
        .where(IMPORT_RUN.ID.eq(importId))
        .execute();
    imports.forgetBad(importId);
  }

  /// Keeps what a trial found, as long as it is the one.
  @Transactional
  void note(UUID importId, UUID jobId, List<BadRow> rows) {
    if (!jobId.equals(hold(importId))) {
      throw TransferProblem.IMPORT_ON_TRIAL.with();
    } else if (!rows.isEmpty()) {
      imports.insertBad(importId, rows);
    }
  }

  /// The job that tried the draft out last. Only when the row is held its job's state can be relied
  /// on, which is why this is not one statement with the look at the job.
  private @Nullable UUID hold(UUID importId) {
    var draft =
        db.select(IMPORT_RUN.JOB_ID, IMPORT_RUN.TRIAL_JOB_ID)
            .from(IMPORT_RUN)
            .where(IMPORT_RUN.ID.eq(importId))
            .forUpdate()
            .fetchOptional()
            .orElseThrow(() -> CommonProblem.NOT_FOUND.with());
    if (draft.value1() != null) {
      throw TransferProblem.IMPORT_STARTED.with();
    }
    return draft.value2();
  }

  private boolean isUnderWay(@Nullable UUID job) {
    return job != null && db.fetchExists(JOB, JOB.ID.eq(job), JOB.STATE.in("queued", "running"));
  }
}
