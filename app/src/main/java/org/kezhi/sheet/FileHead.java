package org.kezhi.sheet;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The beginning of a file: its headers and first rows.
///
/// @param estimate how many rows it has, as far as one can tell without reading all of it
public record FileHead(List<Header> headers, List<SourceRow> rows, @Nullable Long estimate) {

  /// A column by a name that no other has, with its first value.
  public record Header(String name, String sample) {}

  private static final int ROWS = 1_000;

  public static FileHead of(TableFile file, long size) {
    try (var source = file.open()) {
      var header = source.next();
      if (header == null) {
        throw SheetProblem.EMPTY_FILE.with();
      } else if (header.cells().size() > RowSource.MAX_COLUMNS || header.fault() != null) {
        throw header.fault() == null
            ? SheetProblem.TOO_MANY_COLUMNS.with(RowSource.MAX_COLUMNS)
            : SheetProblem.UNREADABLE_FILE.with();
      }
      var rows = new ArrayList<SourceRow>();
      var next = source.next();
      while (next != null && rows.size() < ROWS) {
        rows.add(next);
        next = source.next();
      }
      return new FileHead(
          headers(header.cells(), rows),
          rows,
          next == null ? Long.valueOf(rows.size()) : estimate(file, rows, size));
    } catch (IOException _) {
      throw SheetProblem.UNREADABLE_FILE.with();
    }
  }

  /// Headers get distinct names, because the mapping goes by them.
  private static List<Header> headers(List<String> cells, List<SourceRow> rows) {
    var names = new HashSet<String>();
    var headers = new ArrayList<Header>();
    for (var i = 0; i < cells.size(); i++) {
      var name = cells.get(i).strip().replace("\0", "");
      name = name.isEmpty() ? "#" + (i + 1) : name.substring(0, Math.min(name.length(), 200));
      if (!names.add(name)) {
        name = name + " #" + (i + 1);
        names.add(name);
      }
      headers.add(new Header(name, sample(rows, i)));
    }
    return headers;
  }

  private static String sample(List<SourceRow> rows, int column) {
    for (var row : rows) {
      if (row.fault() == null && column < row.cells().size()) {
        var cell = row.cells().get(column).strip().replace("\0", "");
        if (!cell.isEmpty()) {
          return cell.substring(0, Math.min(cell.length(), 100));
        }
      }
    }
    return "";
  }

  private static @Nullable Long estimate(TableFile file, List<SourceRow> rows, long size) {
    if (file.encoding() == null) {
      return null;
    }
    var charset = Charset.forName(file.encoding());
    var mark = ",".getBytes(charset).length;
    var bytes = 0L;
    for (var row : rows) {
      bytes += mark;
      for (var cell : row.cells()) {
        bytes += cell.getBytes(charset).length + mark;
      }
    }
    return size * rows.size() / Math.max(bytes, 1);
  }

  /// The order of day and month that the values of a column show.
  public String dateOrder() {
    for (var row : rows) {
      for (var cell : row.cells()) {
        var dayFirst = cell.length() > 30 ? null : DateText.tellsDayFirst(cell);
        if (dayFirst != null) {
          return dayFirst ? "dmy" : "mdy";
        }
      }
    }
    return "mdy";
  }
}
