package org.kezhi.bulk;

import static org.jooq.impl.DSL.cardinality;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.kezhi.db.Tables.BULK_ITEM;
import static org.kezhi.db.Tables.BULK_RUN;
import static org.kezhi.db.Tables.JOB;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Forgets the records of runs that nobody can take back any more: first those of which there is
/// nothing left to say, and later those that were left alone.
@Repository
class EndedRuns {

  private static final int MOST = 1_000;

  private final DSLContext db;
  private final JsonMapper json;

  EndedRuns(DSLContext db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /// Runs that ended before a moment and whose counts are still those of their records. One whose
  /// undoing has not come to its end can still be taken back.
  List<UUID> uncounted(OffsetDateTime before) {
    var work = JOB.as("work");
    var undo = JOB.as("undo");
    return db.select(BULK_RUN.ID)
        .from(BULK_RUN)
        .join(work)
        .on(work.ID.eq(BULK_RUN.JOB_ID))
        .leftJoin(undo)
        .on(undo.ID.eq(BULK_RUN.UNDO_JOB_ID))
        .where(BULK_RUN.COUNTS.isNull())
        .and(work.STATE.in("done", "failed", "cancelled"))
        .and(work.FINISHED_AT.lt(before))
        .and(undo.ID.isNull().or(undo.STATE.eq("done").and(undo.FINISHED_AT.lt(before))))
        .limit(MOST)
        .fetch(BULK_RUN.ID);
  }

  void keepCounts(UUID run, BulkRunView.BulkCounts counts) {
    db.update(BULK_RUN)
        .set(BULK_RUN.COUNTS, JSONB.valueOf(json.writeValueAsString(counts)))
        .where(BULK_RUN.ID.eq(run))
        .execute();
  }

  /// Runs whose counts are kept and that still hold records of which there is nothing left to say.
  List<UUID> full() {
    return db.select(BULK_RUN.ID)
        .from(BULK_RUN)
        .where(BULK_RUN.COUNTS.isNotNull())
        .and(
            exists(
                selectOne().from(BULK_ITEM).where(BULK_ITEM.RUN_ID.eq(BULK_RUN.ID).and(isSaid()))))
        .limit(MOST)
        .fetch(BULK_RUN.ID);
  }

  int forget(UUID run, int most) {
    return forget(BULK_ITEM.RUN_ID.eq(run).and(isSaid()), most);
  }

  /// Forgets what was left alone in runs that began before a moment.
  int forgetLeftAlone(OffsetDateTime before, int most) {
    var old =
        select(BULK_RUN.ID)
            .from(BULK_RUN)
            .where(BULK_RUN.COUNTS.isNotNull())
            .and(BULK_RUN.CREATED_AT.lt(before));
    return forget(BULK_ITEM.RUN_ID.in(old).and(BULK_ITEM.OUTCOME.isNotNull()), most);
  }

  private int forget(Condition meant, int most) {
    return db.deleteFrom(BULK_ITEM)
        .where(
            row(BULK_ITEM.RUN_ID, BULK_ITEM.NUMBER)
                .in(
                    select(BULK_ITEM.RUN_ID, BULK_ITEM.NUMBER)
                        .from(BULK_ITEM)
                        .where(meant)
                        .limit(most)))
        .execute();
  }

  private static Condition isSaid() {
    return BULK_ITEM
        .OUTCOME
        .in("changed", "same", "undone")
        .and(coalesce(cardinality(BULK_ITEM.KEPT), inline(0)).eq(0));
  }
}
