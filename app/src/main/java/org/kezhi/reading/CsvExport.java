package org.kezhi.reading;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Viewer;
import org.kezhi.platform.CommonProblem;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordField;
import org.springframework.stereotype.Service;

/// Writes a list as CSV, page by page, so that its length costs no memory.
@Service
class CsvExport {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final RecordQueries records;
  private final ListCells cells;

  CsvExport(RecordQueries records, ListCells cells) {
    this.records = records;
    this.cells = cells;
  }

  /// Refuses what cannot be exported before the first byte is sent.
  List<RecordField> columns(Viewer viewer, ObjectType type, ListQuery query) {
    if (!viewer.rights(type.name()).mayExport()) {
      throw CommonProblem.NOT_ALLOWED.with();
    }
    return records.columns(viewer, type, query.columns());
  }

  void write(Export export, OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    text.write(BYTE_ORDER_MARK);
    try (var csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(
          export.columns.stream()
              .map(field -> cells.head(export.type, field, export.language))
              .toList());
      String cursor = null;
      do {
        var page = records.list(export.viewer, export.type, export.query.from(cursor));
        page.items().forEach(item -> csv.writeRecord(line(export, item)));
        cursor = page.nextCursor();
      } while (cursor != null);
    }
  }

  private List<String> line(Export export, Map<String, @Nullable Object> item) {
    var line = new ArrayList<String>();
    for (var field : export.columns) {
      line.add(cells.guarded(export.type, field, ListCells.value(item, field), export.language));
    }
    return line;
  }

  /// What is exported, for whom, and in which language its words are.
  record Export(
      Viewer viewer,
      ObjectType type,
      ListQuery query,
      List<RecordField> columns,
      Locale language) {}
}
