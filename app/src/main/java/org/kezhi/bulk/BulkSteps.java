package org.kezhi.bulk;

import org.kezhi.job.JobRun;
import org.kezhi.platform.FieldError;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.writing.Constraints;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Goes through a run, range by range, each in one transaction that also moves the run's position,
/// so that each record is written exactly once, whatever happens in between.
@Component
class BulkSteps {

  private static final int BATCH = 5_000;

  private final TransactionTemplate transactions;
  private final BulkRepository runs;
  private final BulkWriter writer;
  private final ObjectTypes types;

  BulkSteps(
      PlatformTransactionManager transactions,
      BulkRepository runs,
      BulkWriter writer,
      ObjectTypes types) {
    this.transactions = new TransactionTemplate(transactions);
    this.runs = runs;
    this.writer = writer;
    this.types = types;
  }

  /// What is done with a range, and with a single record that the database refuses.
  private interface Step {

    void take(Work.Range range);

    void leave(Work.Range range, FieldError error);
  }

  void forward(JobRun job, BulkRun run) {
    var position = run.position();
    while (position < run.items()) {
      job.progress(position, run.items());
      var range = new Work.Range(run.id(), position, Math.min(position + BATCH, run.items()));
      take(run, range, true, forward(run));
      position = range.to();
    }
  }

  void back(JobRun job, BulkRun run) {
    var total = run.position();
    var position = total;
    while (position > 0) {
      job.progress(total - position, total);
      var range = new Work.Range(run.id(), Math.max(position - BATCH, 0), position);
      take(run, range, false, back(run));
      position = range.from();
    }
  }

  /// If the database refuses a range because of one of its records, the halves are tried, until the
  /// record is found.
  private void take(BulkRun run, Work.Range range, boolean ahead, Step step) {
    try {
      transactions.executeWithoutResult(_ -> step.take(range));
    } catch (DataIntegrityViolationException | ItemRefused refusal) {
      if (range.isSingle()) {
        var error = explain(run, refusal);
        transactions.executeWithoutResult(_ -> step.leave(range, error));
      } else {
        take(run, ahead ? range.firstHalf() : range.secondHalf(), ahead, step);
        take(run, ahead ? range.secondHalf() : range.firstHalf(), ahead, step);
      }
    }
  }

  private FieldError explain(BulkRun run, RuntimeException refusal) {
    return switch (refusal) {
      case ItemRefused refused -> refused.error();
      case DataIntegrityViolationException broken ->
          types
              .named(run.object())
              .map((ObjectType type) -> Constraints.explain(type, broken))
              .orElseThrow(() -> broken);
      default -> throw refusal;
    };
  }

  /// Runs the last step of a run once.
  void finish(BulkRun run, Runnable last) {
    transactions.executeWithoutResult(_ -> {
      if (runs.finish(run.id())) {
        last.run();
      }
    });
  }

  private Step forward(BulkRun run) {
    return new Step() {
      @Override
      public void take(Work.Range range) {
        writer.write(run, range);
      }

      @Override
      public void leave(Work.Range range, FieldError error) {
        writer.skip(run, range, error);
      }
    };
  }

  private Step back(BulkRun run) {
    return new Step() {
      @Override
      public void take(Work.Range range) {
        writer.writeBack(run, range);
      }

      @Override
      public void leave(Work.Range range, FieldError error) {
        writer.keep(run, range, error);
      }
    };
  }
}
