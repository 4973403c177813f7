package org.kezhi.transfer;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.kezhi.intake.StagedRow;

/// Writes one batch of an import while the next is read, one after the other.
final class WriteBehind implements AutoCloseable {

  private final ChunkWriter writer;
  private final Plan plan;
  private final ExecutorService thread;
  private Future<?> pending = CompletableFuture.completedFuture(null);
  private long position;
  private long given;

  WriteBehind(ChunkWriter writer, Plan plan, ImportRun run) {
    this.writer = writer;
    this.plan = plan;
    position = run.position();
    given = run.counts().read();
    thread = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("import").factory());
  }

  /// Waits for the batch before this one, and returns how many lines are written by then.
  long write(List<StagedRow> batch) {
    end();
    var written = given;
    if (!batch.isEmpty()) {
      var from = position;
      pending = thread.submit(() -> writer.write(plan, batch, from));
      position = batch.getLast().source().line();
      given += batch.size();
    }
    return written;
  }

  /// Waits until all that was given is written, or the attempt is interrupted.
  void end() {
    try {
      pending.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.close();
  }
}
