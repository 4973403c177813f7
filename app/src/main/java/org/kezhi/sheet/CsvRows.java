package org.kezhi.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads text with delimiters. A line that is broken is reported alone: a quote that was never
/// closed does not swallow the lines that follow.
final class CsvRows implements RowSource {

  private static final int MOST_LINES_OF_A_ROW = 500;
  private static final int LONGEST_ROW = 4_000_000;
  private static final char UNDECODABLE = '\ufffd';
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final LineReader lines;
  private final char delimiter;
  private final CsvReader.CsvReaderBuilder csv;
  private int width;

  CsvRows(Reader text, char delimiter) {
    this.lines = new LineReader(text);
    this.delimiter = delimiter;
    this.csv = CsvReader.builder().fieldSeparator(delimiter).allowUnclosedQuote(false);
  }

  @Override
  public @Nullable SourceRow next() throws IOException {
    var line = lines.next();
    while (line != null && line.text().isEmpty()) {
      line = lines.next();
    }
    if (line == null) {
      return null;
    }
    var row = row(line);
    if (width == 0) {
      width = row.cells().size();
    }
    return row;
  }

  private SourceRow row(LineReader.Line line) throws IOException {
    var text = line.number() == 1 ? withoutMark(line.text()) : line.text();
    if (line.tooLong()) {
      return SourceRow.broken(line.number(), text, "lineTooLong");
    } else if (text.indexOf(UNDECODABLE) >= 0) {
      return SourceRow.broken(line.number(), text, "undecodable");
    } else if (text.indexOf('"') < 0) {
      return SourceRow.of(line.number(), split(text));
    }
    return quoted(line.number(), text, line.end());
  }

  private SourceRow quoted(long number, String first, String firstEnd) throws IOException {
    var text = new StringBuilder(first);
    var taken = new ArrayDeque<LineReader.Line>();
    var end = firstEnd;
    for (var open = staysOpen(first, false); open; ) {
      var next = mayGrow(text, taken) ? lines.next() : null;
      if (next == null) {
        return broken(number, first, taken, "unclosedQuote");
      }
      taken.add(next);
      text.append(end).append(next.text());
      end = next.end();
      open = staysOpen(next.text(), true);
    }
    try {
      var cells = csv.ofSingleCsvRecord(text.toString()).getFields();
      if (!taken.isEmpty() && width > 0 && cells.size() != width) {
        return broken(number, first, taken, "unclosedQuote");
      } else if (text.indexOf(String.valueOf(UNDECODABLE)) >= 0) {
        return broken(number, first, taken, "undecodable");
      }
      return SourceRow.of(number, cells);
    } catch (CsvParseException _) {
      return broken(number, first, taken, taken.isEmpty() ? "brokenQuotes" : "unclosedQuote");
    }
  }

  private static boolean mayGrow(StringBuilder text, Deque<LineReader.Line> taken) {
    return taken.size() < MOST_LINES_OF_A_ROW && text.length() < LONGEST_ROW;
  }

  private SourceRow broken(long number, String text, Deque<LineReader.Line> after, String fault) {
    lines.giveBack(after);
    return SourceRow.broken(number, text, fault);
  }

  /// Whether a quoted cell goes on in the next line.
  private boolean staysOpen(String line, boolean open) {
    var inside = open;
    var atStart = !open;
    for (var i = 0; i < line.length(); i++) {
      var character = line.charAt(i);
      if (inside) {
        inside = character != '"';
        atStart = false;
      } else if (character == '"') {
        // a second quote right after a closing one is a quote within the cell
        inside = atStart || (i > 0 && line.charAt(i - 1) == '"');
        atStart = false;
      } else {
        atStart = character == delimiter;
      }
    }
    return inside;
  }

  /// Without quotes there is nothing to parse; this is most of the lines of most files.
  private List<String> split(String text) {
    var cells = new ArrayList<String>(Math.max(width, 8));
    var start = 0;
    for (var end = text.indexOf(delimiter); end >= 0; end = text.indexOf(delimiter, start)) {
      cells.add(text.substring(start, end));
      start = end + 1;
    }
    cells.add(text.substring(start));
    return cells;
  }

  private static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
