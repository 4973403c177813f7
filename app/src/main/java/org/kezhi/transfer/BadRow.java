package org.kezhi.transfer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.kezhi.platform.FieldError;

/// A line that was not taken: why, and its text.
record BadRow(long line, List<FieldError> errors, byte[] raw) {

  /// @param width how many columns the file has; shorter lines are filled up
  static BadRow of(StagedRow row, int width) {
    var cells = row.source().cells();
    var text = CsvLine.of(cells) + ",".repeat(Math.max(width - cells.size(), 0));
    return new BadRow(row.source().line(), row.errors(), text.getBytes(StandardCharsets.UTF_8));
  }
}
