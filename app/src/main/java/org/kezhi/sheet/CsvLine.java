package org.kezhi.sheet;

import de.siegmar.fastcsv.reader.CsvReader;
import java.util.List;

/// Writes cells as a line of CSV, safe to open in a spreadsheet.
public final class CsvLine {

  private CsvLine() {}

  public static String of(List<String> cells) {
    var line = new StringBuilder();
    for (var i = 0; i < cells.size(); i++) {
      if (i > 0) {
        line.append(',');
      }
      append(line, FormulaGuard.guarded(cells.get(i)));
    }
    return line.toString();
  }

  /// The cells as they were before they were written.
  public static List<String> cells(String line) {
    return CsvReader.builder().ofSingleCsvRecord(line).getFields().stream()
        .map(FormulaGuard::bare)
        .toList();
  }

  private static void append(StringBuilder line, String cell) {
    if (cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')) {
      line.append('"').append(cell.replace("\"", "\"\"")).append('"');
    } else {
      line.append(cell);
    }
  }
}
