package org.kezhi.transfer;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Permission;
import org.kezhi.job.JobKind;
import org.kezhi.job.JobRun;
import org.kezhi.record.ObjectTypes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Takes an import back in the background; what is done is off the list, so that it can go on at
/// any time.
@Component
class UndoJob implements JobKind {

  static final String NAME = "importUndo";

  private final ImportRepository imports;
  private final UndoRepository undo;
  private final ObjectTypes types;
  private final ApplicationEventPublisher events;

  UndoJob(
      ImportRepository imports,
      UndoRepository undo,
      ObjectTypes types,
      ApplicationEventPublisher events) {
    this.imports = imports;
    this.undo = undo;
    this.types = types;
    this.events = events;
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
    var total = undo.left(id);
    var done = 0L;
    for (var object : undo.objects(id)) {
      var type = types.named(object).orElseThrow(() -> TransferProblem.INVALID_IMPORT.with());
      var more = true;
      while (more) {
        var taken = undo.undo(id, run.createdBy(), type);
        done += taken;
        job.progress(done, total);
        more = taken > 0;
      }
    }
    events.publishEvent(new ImportDone(id, run.object(), run.createdBy()));
    return Map.of("kept", undo.kept(id));
  }
}
