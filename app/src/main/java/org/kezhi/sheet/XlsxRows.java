package org.kezhi.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/// Reads a sheet of a workbook. Few at a time: their texts lie in memory.
final class XlsxRows implements RowSource {

  private static final Semaphore FEW_AT_A_TIME = new Semaphore(2);

  private final ReadableWorkbook book;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private boolean open = true;

  private XlsxRows(ReadableWorkbook book, Stream<Row> stream) {
    this.book = book;
    this.stream = stream;
    this.rows = stream.iterator();
  }

  /// The name of the first sheet that can be seen and is not empty.
  static String firstWithRows(Path file) throws IOException {
    for (var sheet : sheets(file)) {
      try (var rows = open(file, sheet)) {
        if (rows.next() != null) {
          return sheet;
        }
      }
    }
    throw SheetProblem.EMPTY_FILE.with();
  }

  static List<String> sheets(Path file) throws IOException {
    ZipGuard.check(file);
    try (var book = new ReadableWorkbook(file.toFile())) {
      return visible(book).map(Sheet::getName).toList();
    }
  }

  private static Stream<Sheet> visible(ReadableWorkbook book) {
    return book.getSheets().filter(each -> each.getVisibility() == SheetVisibility.VISIBLE);
  }

  /// @param name of the sheet; none for the first
  static XlsxRows open(Path file, @Nullable String name) throws IOException {
    var parts = ZipGuard.check(file);
    // a workbook need not have styles, but the reader insists on them if it is to tell dates
    var styled = parts.stream().anyMatch(part -> part.endsWith("styles.xml"));
    FEW_AT_A_TIME.acquireUninterruptibly();
    @Nullable ReadableWorkbook book = null;
    try {
      book = new ReadableWorkbook(file.toFile(), new ReadingOptions(styled, true));
      var sheet =
          visible(book)
              .filter(each -> name == null || each.getName().equals(name))
              .findFirst()
              .orElseThrow(() -> SheetProblem.EMPTY_FILE.with());
      return new XlsxRows(book, sheet.openStream());
    } catch (IOException | RuntimeException | Error fault) {
      if (book != null) {
        book.close();
      }
      FEW_AT_A_TIME.release();
      throw fault;
    }
  }

  @Override
  public @Nullable SourceRow next() throws IOException {
    try {
      while (rows.hasNext()) {
        var row = row(rows.next());
        if (!row.isBlank()) {
          return row;
        }
      }
      return null;
    } catch (ExcelReaderException fault) {
      throw new IOException(fault);
    }
  }

  private static SourceRow row(Row row) {
    var last = row.getCellCount();
    while (last > 0 && !row.hasCell(last - 1)) {
      last--;
    }
    if (last > MAX_COLUMNS) {
      return SourceRow.broken(row.getRowNum(), "", "tooManyColumns");
    }
    var cells = new ArrayList<String>(last);
    @Nullable String fault = null;
    for (var i = 0; i < last; i++) {
      var cell = row.getCell(i);
      cells.add(cell == null ? "" : text(cell));
      fault = cell != null && cell.getType() == CellType.ERROR ? "errorInCell" : fault;
    }
    return new SourceRow(row.getRowNum(), cells, fault);
  }

  private static String text(Cell cell) {
    var raw = cell.getRawValue() == null ? "" : cell.getRawValue();
    return switch (cell.getType()) {
      case STRING -> cell.asString();
      case NUMBER -> isDate(cell) ? date(cell) : number(raw);
      case FORMULA -> cell.getValue() instanceof BigDecimal ? number(raw) : raw;
      case BOOLEAN -> cell.asBoolean() ? "true" : "false";
      case EMPTY -> "";
      case ERROR -> raw;
    };
  }

  /// As a spreadsheet shows it: fifteen digits, without the noise of binary fractions.
  private static String number(String raw) {
    try {
      var value = new BigDecimal(raw);
      var shown = value.precision() > 15 ? value.round(new MathContext(15)) : value;
      return shown.scale() > 0 ? shown.stripTrailingZeros().toPlainString() : shown.toPlainString();
    } catch (NumberFormatException _) {
      return raw;
    }
  }

  private static String date(Cell cell) {
    var moment = cell.asDate();
    return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? moment.toLocalDate().toString()
        : moment.toString();
  }

  /// Numbers are dates where their format says so; the ids from 27 on are the Chinese ones.
  private static boolean isDate(Cell cell) {
    var id = cell.getDataFormatId();
    if (id != null
        && ((id >= 14 && id <= 17)
            || id == 22
            || (id >= 27 && id <= 36)
            || (id >= 50 && id <= 58))) {
      return true;
    }
    var format = cell.getDataFormatString();
    return format != null
        && format.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "").matches("(?is).*[yd年月日].*");
  }

  @Override
  public void close() throws IOException {
    if (open) {
      open = false;
      try {
        stream.close();
        book.close();
      } finally {
        FEW_AT_A_TIME.release();
      }
    }
  }
}
