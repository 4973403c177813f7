package org.kezhi.transfer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.intake.ImportCounts;
import org.kezhi.job.JobRun;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Takes a file over in the background, batch by batch, from where an earlier attempt ended.
@Component
final class ImportJob extends ImportWork {

  static final String NAME = "import";

  private final ImportRepository imports;
  private final Plans plans;
  private final ChunkWriter writer;
  private final ApplicationEventPublisher events;

  ImportJob(
      ImportRepository imports, Plans plans, ChunkWriter writer, ApplicationEventPublisher events) {
    super(NAME);
    this.imports = imports;
    this.plans = plans;
    this.writer = writer;
    this.events = events;
  }

  @Override
  @Nullable Object run(JobRun job, UUID id) {
    var run = imports.get(id);
    if (run.undoJobId() != null) {
      throw TransferProblem.IMPORT_UNDONE.with();
    }
    var plan = plans.ready(run);
    takeOver(job, plan, run);
    job.step("finishing");
    job.progress(done(id).read(), done(id).read());
    writer.finish(plan, () -> events.publishEvent(ImportEnded.of(run)));
    return done(id);
  }

  @Override
  void stopped(UUID id) {
    var run = imports.get(id);
    if (run.position() > 0) {
      events.publishEvent(ImportEnded.of(run));
    }
  }

  private void takeOver(JobRun job, Plan plan, ImportRun run) {
    job.step("reading");
    try (var batches = Batches.of(plan, run.position());
        var writing = new WriteBehind(writer, plan, run)) {
      for (var rows = batches.next(); !rows.isEmpty(); rows = batches.next()) {
        var written = writing.write(rows);
        job.progress(written, run.total(written));
      }
      writing.end();
    }
  }

  private ImportCounts done(UUID id) {
    return imports.get(id).counts();
  }
}
