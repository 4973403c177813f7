package org.kezhi.transfer;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.intake.UndoRepository;
import org.kezhi.job.JobRun;
import org.kezhi.record.ObjectTypes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Takes an import back in the background; what is done is off the list, so that it can go on at
/// any time.
@Component
final class UndoJob extends ImportWork {

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
    super(NAME);
    this.imports = imports;
    this.undo = undo;
    this.types = types;
    this.events = events;
  }

  @Override
  @Nullable Object run(JobRun job, UUID id) {
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
    events.publishEvent(ImportEnded.of(run));
    return Map.of("kept", undo.kept(id));
  }

  @Override
  void stopped(UUID id) {
    events.publishEvent(ImportEnded.of(imports.get(id)));
  }
}
