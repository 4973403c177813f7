package org.kezhi.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.kezhi.intake.StagedRow;
import org.kezhi.sheet.RowSource;

/// Reads the lines of a file in batches of neither too many lines nor too much text.
final class Batches implements AutoCloseable {

  private static final int LARGEST = 20_000;
  private static final int HEAVIEST = 6_000_000;

  private final Plan plan;
  private final RowSource source;
  private final long after;

  private Batches(Plan plan, RowSource source, long after) {
    this.plan = plan;
    this.source = source;
    this.after = after;
  }

  /// The lines behind the headers and behind a line that was reached before.
  static Batches of(Plan plan, long after) {
    var source = plan.file().open();
    try {
      source.next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Batches(plan, source, after);
  }

  /// The next lines; none at the end of the file.
  List<StagedRow> next() {
    var batch = new ArrayList<StagedRow>();
    var weight = 0;
    try {
      while (batch.size() < LARGEST && weight < HEAVIEST) {
        var row = source.next();
        if (row == null) {
          return batch;
        } else if (row.line() > after) {
          batch.add(plan.stage(row));
          weight += row.weight();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return batch;
  }

  @Override
  public void close() {
    try {
      source.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
