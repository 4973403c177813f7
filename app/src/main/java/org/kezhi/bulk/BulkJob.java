package org.kezhi.bulk;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.job.JobKind;
import org.kezhi.job.JobRun;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Changes the chosen records in the background, from where an earlier attempt ended.
@Component
final class BulkJob implements JobKind {

  static final String NAME = "bulk";

  private final BulkRepository runs;
  private final BulkSteps steps;
  private final ApplicationEventPublisher events;

  BulkJob(BulkRepository runs, BulkSteps steps, ApplicationEventPublisher events) {
    this.runs = runs;
    this.steps = steps;
    this.events = events;
  }

  /// Which run a job is for.
  record Payload(UUID runId) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public @Nullable Object run(JobRun job) {
    var run = runs.get(job.payload(Payload.class).runId());
    if (run.undoJobId() != null) {
      throw BulkProblem.UNDONE.with();
    }
    steps.forward(job, run);
    steps.finish(run, () -> events.publishEvent(BulkEnded.of(run)));
    return Map.of("runId", run.id());
  }

  @Override
  public void stopped(JobRun job) {
    var run = runs.get(job.payload(Payload.class).runId());
    if (run.position() > 0) {
      events.publishEvent(BulkEnded.of(run));
    }
  }
}
