package org.kezhi.transfer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.kezhi.intake.StagedRow;
import org.kezhi.platform.FieldError;
import org.kezhi.sheet.CsvLine;

/// A line that was not taken: why, and its text.
record BadRow(long line, List<FieldError> errors, byte[] raw) {

  /// The bad ones of some rows.
  static List<BadRow> among(List<StagedRow> rows, int width) {
    return rows.stream().filter(row -> !row.isGood()).map(row -> of(row, width)).toList();
  }

  /// The line as far as it can be shown.
  String text() {
    return new String(raw, StandardCharsets.UTF_8).replaceFirst(",+$", "");
  }

  /// What stands in a column.
  String cell(int column) {
    var cells = CsvLine.cells(new String(raw, StandardCharsets.UTF_8));
    return column < cells.size() ? cells.get(column) : "";
  }

  /// @param width how many columns the file has; shorter lines are filled up
  static BadRow of(StagedRow row, int width) {
    var cells = row.source().cells();
    var text = CsvLine.of(cells) + ",".repeat(Math.max(width - cells.size(), 0));
    return new BadRow(row.source().line(), row.errors(), text.getBytes(StandardCharsets.UTF_8));
  }
}
