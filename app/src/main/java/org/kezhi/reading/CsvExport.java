package org.kezhi.reading;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Viewer;
import org.kezhi.platform.CommonProblem;
import org.kezhi.record.FieldKind;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordField;
import org.kezhi.sheet.FormulaGuard;
import org.springframework.stereotype.Service;

/// Writes a list as CSV, page by page, so that its length costs no memory.
@Service
class CsvExport {

  private static final String BETWEEN = "; ";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final RecordQueries records;
  private final FieldLabels labels;

  CsvExport(RecordQueries records, FieldLabels labels) {
    this.records = records;
    this.labels = labels;
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
              .map(field -> labels.field(export.type, field, export.language))
              .toList());
      String cursor = null;
      do {
        var page = records.list(export.viewer, export.type, export.query.from(cursor));
        page.items().forEach(item -> csv.writeRecord(cells(export, item)));
        cursor = page.nextCursor();
      } while (cursor != null);
    }
  }

  private List<String> cells(Export export, Map<String, @Nullable Object> item) {
    var cells = new ArrayList<String>();
    for (var field : export.columns) {
      cells.add(cell(export, field, value(item, field)));
    }
    return cells;
  }

  private static @Nullable Object value(Map<String, @Nullable Object> item, RecordField field) {
    var extension = field.extension();
    if (extension == null) {
      return item.get(field.name());
    }
    return item.get(extension.prefix()) instanceof Map<?, ?> nested
        ? nested.get(field.ownName())
        : null;
  }

  private String cell(Export export, RecordField field, @Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Map<?, ?> money when field.kind() == FieldKind.MONEY ->
          String.valueOf(money.get("amount"));
      case Collection<?> several ->
          several.stream()
              .map(one -> cell(export, field, one))
              .collect(Collectors.joining(BETWEEN));
      case Map<?, ?> reference ->
          reference.get("title") instanceof String title ? FormulaGuard.guarded(title) : "";
      case String choice when field.kind().isChoice() ->
          labels.choice(export.type, field, choice, export.language);
      case String text when field.kind().isText() -> FormulaGuard.guarded(text);
      default -> value.toString();
    };
  }

  /// What is exported, for whom, and in which language its words are.
  record Export(
      Viewer viewer,
      ObjectType type,
      ListQuery query,
      List<RecordField> columns,
      Locale language) {}
}
