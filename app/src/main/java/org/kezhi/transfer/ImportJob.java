package org.kezhi.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Viewers;
import org.kezhi.job.JobKind;
import org.kezhi.job.JobRun;
import org.kezhi.platform.CommonProblem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Takes a file over in the background, batch by batch, from where an earlier attempt ended.
@Component
class ImportJob implements JobKind {

  static final String NAME = "import";
  private static final int LARGEST_BATCH = 20_000;
  private static final int HEAVIEST_BATCH = 6_000_000;

  private final ImportRepository imports;
  private final Plans plans;
  private final Viewers viewers;
  private final ChunkWriter writer;
  private final ApplicationEventPublisher events;

  ImportJob(
      ImportRepository imports,
      Plans plans,
      Viewers viewers,
      ChunkWriter writer,
      ApplicationEventPublisher events) {
    this.imports = imports;
    this.plans = plans;
    this.viewers = viewers;
    this.writer = writer;
    this.events = events;
  }

  /// Which import the job is for.
  record Payload(UUID importId) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public @Nullable Object run(JobRun job) {
    var id = job.payload(Payload.class).importId();
    var run = imports.find(id).orElseThrow(() -> CommonProblem.NOT_FOUND.with());
    if (run.undoJobId() != null) {
      throw TransferProblem.IMPORT_UNDONE.with();
    }
    var viewer = viewers.find(run.createdBy()).orElseThrow(() -> CommonProblem.NOT_ALLOWED.with());
    if (!viewer.rights(run.object()).mayImport()) {
      throw CommonProblem.NOT_ALLOWED.with();
    }
    var errors = plans.check(viewer, run);
    if (!errors.isEmpty()) {
      throw TransferProblem.INVALID_IMPORT.in(errors);
    }
    var plan = plans.plan(viewer, run);
    takeOver(job, plan, run);
    job.step("finishing");
    job.progress(done(id).read(), done(id).read());
    writer.finish(
        plan, () -> events.publishEvent(new ImportDone(id, run.object(), run.createdBy())));
    return done(id);
  }

  private void takeOver(JobRun job, Plan plan, ImportRun run) {
    job.step("reading");
    var batch = new ArrayList<StagedRow>();
    var weight = 0;
    try (var source = plan.file().open();
        var writing = new WriteBehind(writer, plan, run)) {
      source.next();
      for (var row = source.next(); row != null; row = source.next()) {
        if (row.line() > run.position()) {
          batch.add(plan.stage(row));
          weight += row.weight();
        }
        if (batch.size() >= LARGEST_BATCH || weight >= HEAVIEST_BATCH) {
          var written = writing.write(batch);
          batch = new ArrayList<>();
          weight = 0;
          job.progress(written, total(run, written));
        }
      }
      writing.write(batch);
      writing.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Long total(ImportRun run, long written) {
    var estimate = run.rowEstimate();
    return estimate == null ? null : Long.valueOf(Math.max(estimate, written));
  }

  private ImportCounts done(UUID id) {
    return imports.find(id).map(ImportRun::counts).orElse(ImportCounts.NONE);
  }
}
