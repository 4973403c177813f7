package org.kezhi.job;

import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// One attempt at a job, as its kind sees it.
public final class JobRun {

  private static final long WRITE_EVERY_NANOS = 300_000_000;

  private final JobRow job;
  private final JobRepository repository;
  private final JsonMapper json;
  private final BooleanSupplier stopping;
  private long writtenAt = System.nanoTime() - WRITE_EVERY_NANOS;
  private @Nullable String step;

  JobRun(JobRow job, JobRepository repository, JsonMapper json, BooleanSupplier stopping) {
    this.job = job;
    this.repository = repository;
    this.json = json;
    this.stopping = stopping;
  }

  public UUID id() {
    return job.id();
  }

  /// Who started the job; nobody when the program did.
  public @Nullable UUID startedBy() {
    return job.createdBy();
  }

  public <T> T payload(Class<T> type) {
    return json.readValue(job.payload().data(), type);
  }

  /// Tells how far the work is, and ends the attempt if somebody cancelled it or the program stops.
  /// To be called often, outside a transaction: it writes only a few times a second.
  public void progress(long done, @Nullable Long total) {
    if (stopping.getAsBoolean() || Thread.currentThread().isInterrupted()) {
      throw new JobStopped(false);
    }
    var now = System.nanoTime();
    if (now - writtenAt >= WRITE_EVERY_NANOS) {
      writtenAt = now;
      if (repository.progress(job.id(), done, total, step)) {
        throw new JobStopped(true);
      }
    }
  }

  /// Names the step that begins, by the last part of its label's key.
  public void step(String name) {
    if (!name.equals(step)) {
      step = name;
      writtenAt = System.nanoTime() - WRITE_EVERY_NANOS;
    }
  }
}
