package org.kezhi.mapping;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.kezhi.sheet.CsvLine;

/// An empty file to fill in: the headers, those marked that every row needs, and as a workbook a
/// second sheet that says what may stand below them.
///
/// @param name what the records are called
/// @param help what the second sheet is called
/// @param heads what stands above its columns
record Template(String name, String help, List<String> heads, List<Column> columns) {

  private static final int ROWS = 5_000;
  private static final int LONGEST_NAME = 31;
  private static final int WIDTH = 18;
  private static final int VALUES = 3;

  /// A column to fill.
  ///
  /// @param hint how a value is written
  /// @param choices the values that it can have; none says that it is free
  record Column(
      String label,
      String kind,
      String required,
      boolean isRequired,
      String hint,
      List<String> choices) {

    String head() {
      return isRequired ? label + " *" : label;
    }
  }

  void writeCsv(OutputStream out) throws IOException {
    var line = CsvLine.of(columns.stream().map(Column::head).toList());
    out.write(("\uFEFF" + line + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  void writeXlsx(OutputStream out) throws IOException {
    try (var book = new Workbook(out, "Kezhi", "1.0")) {
      var rows = book.newWorksheet(sheetName(name));
      var guide = book.newWorksheet(sheetName(help));
      writeGuide(guide);
      rows.freezePane(0, 1);
      for (var i = 0; i < columns.size(); i++) {
        var column = columns.get(i);
        rows.inlineString(0, i, column.head());
        rows.style(0, i).bold().set();
        rows.width(i, WIDTH);
        if (column.choices.size() > 1 && column.hint.isEmpty()) {
          var values = guide.range(i + 1, VALUES, i + 1, VALUES + column.choices.size() - 1);
          rows.range(1, i, ROWS, i).validateWithList(values).showErrorMessage(false);
        }
      }
    }
  }

  private void writeGuide(Worksheet guide) {
    for (var i = 0; i < heads.size(); i++) {
      guide.inlineString(0, i, heads.get(i));
      guide.style(0, i).bold().set();
      guide.width(i, WIDTH);
    }
    guide.freezePane(0, 1);
    for (var i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      guide.inlineString(i + 1, 0, column.label);
      guide.inlineString(i + 1, 1, column.hint.isEmpty() ? column.kind : column.kind + column.hint);
      guide.inlineString(i + 1, 2, column.required);
      for (var value = 0; value < column.choices.size(); value++) {
        guide.inlineString(i + 1, VALUES + value, column.choices.get(value));
      }
    }
  }

  /// No workbook takes a longer name, or one with these signs.
  private static String sheetName(String name) {
    var plain = name.replaceAll("[\\\\/?*\\[\\]:']", " ").strip();
    return plain.isEmpty() ? "1" : plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
  }
}
