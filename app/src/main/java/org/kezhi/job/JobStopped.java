package org.kezhi.job;

/// Ends an attempt: for good when somebody cancelled the job, for now when the program stops.
final class JobStopped extends RuntimeException {

  private final boolean cancelled;

  JobStopped(boolean cancelled) {
    super(cancelled ? "cancelled" : "interrupted", null, false, false);
    this.cancelled = cancelled;
  }

  boolean isCancelled() {
    return cancelled;
  }
}
