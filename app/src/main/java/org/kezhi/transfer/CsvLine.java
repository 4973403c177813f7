package org.kezhi.transfer;

import java.util.List;

/// Writes cells as a line of CSV, safe to open in a spreadsheet.
final class CsvLine {

  private CsvLine() {}

  static String of(List<String> cells) {
    var line = new StringBuilder();
    for (var i = 0; i < cells.size(); i++) {
      if (i > 0) {
        line.append(',');
      }
      append(line, FormulaGuard.guarded(cells.get(i)));
    }
    return line.toString();
  }

  private static void append(StringBuilder line, String cell) {
    if (cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')) {
      line.append('"').append(cell.replace("\"", "\"\"")).append('"');
    } else {
      line.append(cell);
    }
  }
}
