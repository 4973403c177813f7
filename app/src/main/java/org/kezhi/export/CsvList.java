package org.kezhi.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kezhi.reading.ListCells;
import org.kezhi.record.RecordField;

/// A list as CSV, as spreadsheets and our import read it.
final class CsvList implements ListWriter {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Sheet sheet;
  private final ListCells cells;
  private final Writer text;
  private final CsvWriter csv;

  CsvList(Sheet sheet, ListCells cells, OutputStream out) throws IOException {
    this.sheet = sheet;
    this.cells = cells;
    this.text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    text.write(BYTE_ORDER_MARK);
    this.csv = CsvWriter.builder().build(text);
    csv.writeRecord(
        sheet.columns().stream()
            .map(field -> cells.head(sheet.type(), field, sheet.language()))
            .toList());
  }

  @Override
  public List<RecordField> columns() {
    return sheet.columns();
  }

  @Override
  public void write(Map<String, @Nullable Object> item) {
    var line = new ArrayList<String>(sheet.columns().size());
    for (var field : sheet.columns()) {
      line.add(cells.guarded(sheet.type(), field, ListCells.value(item, field), sheet.language()));
    }
    csv.writeRecord(line);
  }

  @Override
  public void close() {
    try {
      csv.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
