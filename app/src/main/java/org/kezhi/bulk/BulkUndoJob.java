package org.kezhi.bulk;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kezhi.job.JobKind;
import org.kezhi.job.JobRun;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Takes a run back in the background, the last record first; what is done is behind its position,
/// so that it can go on at any time.
@Component
final class BulkUndoJob implements JobKind {

  static final String NAME = "bulkUndo";

  private final BulkRepository runs;
  private final BulkSteps steps;
  private final ApplicationEventPublisher events;

  BulkUndoJob(BulkRepository runs, BulkSteps steps, ApplicationEventPublisher events) {
    this.runs = runs;
    this.steps = steps;
    this.events = events;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public @Nullable Object run(JobRun job) {
    var run = runs.get(job.payload(BulkJob.Payload.class).runId());
    steps.back(job, run);
    events.publishEvent(BulkEnded.of(run));
    return Map.of("runId", run.id());
  }

  @Override
  public void stopped(JobRun job) {
    events.publishEvent(BulkEnded.of(runs.get(job.payload(BulkJob.Payload.class).runId())));
  }
}
