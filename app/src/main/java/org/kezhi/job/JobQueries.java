package org.kezhi.job;

import static org.kezhi.db.Tables.JOB;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Permission;
import org.kezhi.access.Viewer;
import org.kezhi.platform.CommonProblem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Repository;

/// Reads jobs for the page of background work and for those who wait for one.
@Repository
class JobQueries {

  private final DSLContext db;
  private final JobWords words;
  private final ObjectProvider<JobKind> kinds;

  JobQueries(DSLContext db, JobWords words, ObjectProvider<JobKind> kinds) {
    this.db = db;
    this.words = words;
    this.kinds = kinds;
  }

  /// A token that may start no work has no business with it either.
  void requireScope(Viewer viewer) {
    if (kinds.stream().noneMatch(kind -> viewer.isFor(kind.scope()))) {
      throw CommonProblem.NOT_ALLOWED.with();
    }
  }

  /// The newest first, after the job that the cursor names: ids sort by time.
  JobPage list(Viewer viewer, Locale language, int limit, @Nullable UUID cursor) {
    var found =
        db.selectFrom(JOB)
            .where(visible(viewer))
            .and(cursor == null ? DSL.noCondition() : JOB.ID.lt(cursor))
            .orderBy(JOB.ID.desc())
            .limit(limit + 1)
            .fetch(row -> words.tell(row, language));
    var items = found.subList(0, Math.min(limit, found.size()));
    return new JobPage(items, found.size() > limit ? items.getLast().id().toString() : null);
  }

  Optional<Job> find(Viewer viewer, Locale language, UUID id) {
    return db.selectFrom(JOB)
        .where(JOB.ID.eq(id))
        .and(visible(viewer))
        .fetchOptional(row -> words.tell(row, language));
  }

  /// People see the work that they started, and tokens what of it they are for; those who look
  /// after jobs see all of it.
  private Condition visible(Viewer viewer) {
    if (viewer.may(Permission.ADMIN_JOBS)) {
      return DSL.noCondition();
    }
    var own = JOB.CREATED_BY.eq(viewer.id());
    return viewer.isFor(Permission.ADMIN_JOBS)
        ? own
        : own.and(
            JOB.KIND.in(
                kinds.stream()
                    .filter(kind -> viewer.isFor(kind.scope()))
                    .map(JobKind::name)
                    .toList()));
  }

  /// One page of jobs.
  record JobPage(List<Job> items, @Nullable String nextCursor) {}
}
