package org.kezhi.transfer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.intake.ImportCounts;
import org.kezhi.job.JobRun;
import org.springframework.stereotype.Component;

/// Tries a whole file out in the background: counts what would come of it and keeps the bad rows,
/// but writes no record. Each batch is tried by itself, so that nobody has to wait for it.
@Component
final class TrialJob extends ImportWork {

  static final String NAME = "importTrial";

  private final ImportRepository imports;
  private final Trials trials;
  private final Plans plans;
  private final ChunkWriter writer;

  TrialJob(ImportRepository imports, Trials trials, Plans plans, ChunkWriter writer) {
    super(NAME);
    this.imports = imports;
    this.trials = trials;
    this.plans = plans;
    this.writer = writer;
  }

  /// Whoever tries a file out waits for it.
  @Override
  public boolean isTold() {
    return false;
  }

  @Override
  @Nullable Object run(JobRun job, UUID id) {
    trials.begin(id, job.id());
    var run = imports.get(id);
    var plan = plans.ready(run);
    var counts = ImportCounts.NONE;
    job.step("reading");
    try (var batches = Batches.of(plan, 0)) {
      for (var rows = batches.next(); !rows.isEmpty(); rows = batches.next()) {
        var tried = writer.tryOut(plan, rows);
        trials.note(id, job.id(), BadRow.among(tried.rows(), plan.width()));
        counts = counts.plus(tried.counts());
        job.progress(counts.read(), run.total(counts.read()));
      }
    }
    return counts;
  }
}
