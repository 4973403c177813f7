package org.kezhi.job;

import org.jspecify.annotations.Nullable;
import org.kezhi.access.Permission;

/// Does one kind of background work; each kind is a bean.
///
/// People read the labels `job.<name>` (with the job's subject as its argument) and
/// `job.<name>.<step>` for the steps that a run reports.
public interface JobKind {

  String name();

  /// What a token must be for, if it shall start, watch or stop such work.
  default Permission scope() {
    return Permission.ADMIN_JOBS;
  }

  /// Whether whoever started such work is told when it has ended.
  default boolean isTold() {
    return true;
  }

  /// Does the work, or goes on with it where an earlier attempt was interrupted, and returns what
  /// came of it. Can be called again at any time, even when the work is already done.
  @Nullable Object run(JobRun run);

  /// Does what is left when the work was cancelled or has failed half-way, before people are told.
  /// May be called again.
  default void stopped(JobRun run) {}
}
