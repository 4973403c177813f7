package org.kezhi.job;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.kezhi.db.Tables.JOB;
import static org.kezhi.db.Tables.SCHEDULED_TASKS;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.kezhi.platform.Invariant;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Work that is not over will be done: it stands in the queue, or somebody works on it.
@Repository
class StuckJobs implements Invariant {

  private final DSLContext db;

  StuckJobs(DSLContext db) {
    this.db = db;
  }

  @Override
  public String name() {
    return "jobs";
  }

  @Override
  @Transactional(readOnly = true)
  public Finding check() {
    var forgotten =
        JOB.STATE
            .in("queued", "running")
            .and(
                notExists(
                    selectOne()
                        .from(SCHEDULED_TASKS)
                        .where(SCHEDULED_TASKS.TASK_NAME.eq(JobExecution.TASK.getTaskName()))
                        .and(
                            SCHEDULED_TASKS.TASK_INSTANCE.startsWith(
                                JOB.ID.cast(SQLDataType.VARCHAR)))));
    var some =
        field(
            "(array_agg({0} || ' ' || {1}) filter (where {2}))[1:{3}]",
            SQLDataType.VARCHAR.array(), JOB.KIND, JOB.ID, forgotten, inline(MOST_EXAMPLES));
    return db.select(count(), count().filterWhere(forgotten), some)
        .from(JOB)
        .fetchSingle(row ->
            new Finding(
                row.value1(),
                row.value2(),
                row.value3() == null ? List.of() : List.of(row.value3())));
  }
}
