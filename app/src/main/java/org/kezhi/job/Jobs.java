package org.kezhi.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.kezhi.platform.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/// Starts, cancels and repeats background work.
@Service
public class Jobs {

  private final JobRepository repository;
  private final Scheduler scheduler;
  private final JsonMapper json;
  private final Clock clock;

  Jobs(JobRepository repository, Scheduler scheduler, JsonMapper json, Clock clock) {
    this.repository = repository;
    this.scheduler = scheduler;
    this.json = json;
    this.clock = clock;
  }

  /// Starts a job when the caller's transaction commits; without one, at once.
  ///
  /// @param subject what the job is about, such as the name of a file
  @Transactional
  public UUID start(String kind, String subject, Object payload, @Nullable UUID startedBy) {
    var job =
        new JobRow(Ids.next(), kind, JSONB.valueOf(json.writeValueAsString(payload)), startedBy);
    repository.insert(job, subject);
    schedule(job.id());
    return job.id();
  }

  /// Starts a job of the program's own, unless one of its kind is in the queue or at work; one that
  /// was killed goes on by itself.
  @Transactional
  public void startUnlessUnderWay(String kind) {
    if (!repository.isUnderWay(kind)) {
      start(kind, "", Map.of(), null);
    }
  }

  /// Has a job of the program's own look at what the caller's transaction changes: one that waits
  /// in the queue will; one that runs may be past it, so another follows when it has ended.
  @Transactional
  public void startForChange(String kind) {
    if (!repository.wantAgain(kind)) {
      start(kind, "", Map.of(), null);
    }
  }

  /// Asks a job to end; one that runs ends at its next step, with what it has done kept.
  @Transactional
  public void cancel(UUID id) {
    if (!repository.cancel(id)) {
      throw JobProblem.JOB_OVER.with();
    }
  }

  /// Lets a failed or cancelled job go on.
  @Transactional
  public void retry(UUID id) {
    if (!repository.queueAgain(id)) {
      throw JobProblem.JOB_NOT_OVER.with();
    }
    schedule(id);
  }

  private void schedule(UUID id) {
    scheduler.schedule(JobExecution.of(id), clock.instant());
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            scheduler.triggerCheckForDueExecutions();
          }
        });
  }
}
