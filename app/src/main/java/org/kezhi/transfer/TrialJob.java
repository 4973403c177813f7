package org.kezhi.transfer;

import org.jspecify.annotations.Nullable;
import org.kezhi.access.Permission;
import org.kezhi.job.JobKind;
import org.kezhi.job.JobRun;
import org.springframework.stereotype.Component;

/// Tries a whole file out in the background: counts what would come of it and keeps the bad rows,
/// but writes no record. Each batch is tried by itself, so that nobody has to wait for it.
@Component
class TrialJob implements JobKind {

  static final String NAME = "importTrial";

  private final ImportRepository imports;
  private final Plans plans;
  private final ChunkWriter writer;

  TrialJob(ImportRepository imports, Plans plans, ChunkWriter writer) {
    this.imports = imports;
    this.plans = plans;
    this.writer = writer;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Permission scope() {
    return Permission.IMPORT;
  }

  @Override
  public @Nullable Object run(JobRun job) {
    var id = job.payload(ImportJob.Payload.class).importId();
    var run = imports.get(id);
    if (!run.isDraft()) {
      throw TransferProblem.IMPORT_STARTED.with();
    }
    var plan = plans.ready(run);
    imports.forgetBad(id);
    var counts = ImportCounts.NONE;
    job.step("reading");
    try (var batches = Batches.of(plan, 0)) {
      for (var rows = batches.next(); !rows.isEmpty(); rows = batches.next()) {
        var tried = writer.tryOut(plan, rows);
        imports.noteBad(id, BadRow.among(tried.rows(), plan.width()));
        counts = counts.plus(tried.counts());
        job.progress(counts.read(), run.total(counts.read()));
      }
    }
    return counts;
  }
}
