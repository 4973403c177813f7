package org.kezhi.transfer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Permission;
import org.kezhi.job.JobKind;
import org.kezhi.job.JobRun;

/// Background work on one import; a token for imports may watch and stop it.
abstract class ImportWork implements JobKind {

  private final String name;

  ImportWork(String name) {
    this.name = name;
  }

  /// Which import the job is for.
  record Payload(UUID importId) {}

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final Permission scope() {
    return Permission.IMPORT;
  }

  @Override
  public final @Nullable Object run(JobRun job) {
    return run(job, importId(job));
  }

  @Override
  public final void stopped(JobRun job) {
    stopped(importId(job));
  }

  abstract @Nullable Object run(JobRun job, UUID importId);

  /// Does what is left after work that was not done to its end.
  void stopped(UUID importId) {}

  private static UUID importId(JobRun job) {
    return job.payload(Payload.class).importId();
  }
}
