package org.kezhi.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.kezhi.reading.ListCells;
import org.kezhi.record.FieldKind;
import org.kezhi.record.RecordField;

/// A list as a workbook, written while it is read; a list that is longer than a sheet can be goes
/// on in the next one.
final class XlsxList implements ListWriter {

  private static final int MOST_ROWS = 1_000_000;
  private static final int FLUSH_EVERY = 500;
  private static final int LONGEST_CELL = 32_767;
  private static final int MOST_DIGITS = 15;
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

  private final Sheet sheet;
  private final ListCells cells;
  private final ZoneId zone;
  private final Workbook book;
  private Worksheet page;
  private int pages;
  private int row;

  XlsxList(Sheet sheet, ListCells cells, ZoneId zone, OutputStream out) {
    this.sheet = sheet;
    this.cells = cells;
    this.zone = zone;
    this.book = new Workbook(out, "Kezhi", "1.0");
    this.page = begin();
  }

  private Worksheet begin() {
    pages++;
    row = 0;
    var next = book.newWorksheet(pages == 1 ? "Kezhi" : "Kezhi " + pages);
    next.freezePane(0, 1);
    for (int column = 0; column < sheet.columns().size(); column++) {
      var field = sheet.columns().get(column);
      next.inlineString(0, column, cells.head(sheet.type(), field, sheet.language()));
      next.style(0, column).bold().set();
    }
    return next;
  }

  @Override
  public List<RecordField> columns() {
    return sheet.columns();
  }

  @Override
  public void write(Map<String, @Nullable Object> item) {
    try {
      if (row == MOST_ROWS) {
        page.finish();
        page = begin();
      }
      row++;
      for (int column = 0; column < sheet.columns().size(); column++) {
        var field = sheet.columns().get(column);
        put(column, field, ListCells.value(item, field));
      }
      if (row % FLUSH_EVERY == 0) {
        page.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void put(int column, RecordField field, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Number number -> putNumber(column, new BigDecimal(number.toString()));
      case Map<?, ?> money when field.kind() == FieldKind.MONEY ->
          putNumber(column, new BigDecimal(String.valueOf(money.get("amount"))));
      case String day when field.kind() == FieldKind.DATE -> putDay(column, LocalDate.parse(day));
      case String at when field.kind() == FieldKind.INSTANT -> putMoment(column, at);
      default -> putText(column, cells.guarded(sheet.type(), field, value, sheet.language()));
    }
  }

  /// A spreadsheet calculates with fifteen digits.
  private void putNumber(int column, BigDecimal number) {
    if (number.precision() > MOST_DIGITS) {
      putText(column, number.toPlainString());
    } else {
      page.value(row, column, number);
    }
  }

  private void putDay(int column, LocalDate day) {
    if (day.isBefore(FIRST_DAY)) {
      putText(column, day.toString());
      return;
    }
    page.value(row, column, day);
    page.style(row, column).format("yyyy-mm-dd").set();
  }

  /// A workbook knows no zones, no parts of a second, and not which of the two hours it is when
  /// clocks are put back.
  private void putMoment(int column, String at) {
    var moment = Instant.parse(at);
    var local = LocalDateTime.ofInstant(moment, zone);
    if (moment.getNano() != 0
        || local.toLocalDate().isBefore(FIRST_DAY)
        || !local.atZone(zone).toInstant().equals(moment)) {
      putText(column, at);
      return;
    }
    page.value(row, column, local);
    page.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
  }

  private void putText(int column, String text) {
    if (!text.isEmpty()) {
      page.inlineString(row, column, shortened(text));
    }
  }

  /// Never cut within a character.
  private static String shortened(String text) {
    if (text.length() <= LONGEST_CELL) {
      return text;
    }
    var splits = Character.isHighSurrogate(text.charAt(LONGEST_CELL - 1));
    return text.substring(0, splits ? LONGEST_CELL - 1 : LONGEST_CELL);
  }

  @Override
  public void close() throws IOException {
    page.finish();
    book.finish();
  }
}
