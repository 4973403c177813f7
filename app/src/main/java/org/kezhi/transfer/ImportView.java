package org.kezhi.transfer;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.intake.ImportCounts;
import org.kezhi.intake.ImportSettings;
import org.kezhi.record.FieldKind;

/// An import as people see it.
///
/// @param sheet which sheet of a workbook is read
/// @param sheets all of them
/// @param rows how many rows the file has, as far as is known
/// @param jobId the work that is going on, or was last
/// @param fields what columns can be mapped to
/// @param mapping the stored mapping that was chosen
/// @param problems what must be put right before it can run
record ImportView(
    UUID id,
    String object,
    String fileName,
    long size,
    @Nullable String encoding,
    @Nullable String delimiter,
    @Nullable String sheet,
    List<String> sheets,
    List<HeaderView> headers,
    @Nullable Long rows,
    ImportSettings settings,
    @Nullable UUID mapping,
    List<FieldView> fields,
    List<String> matchFields,
    List<String> creatable,
    List<Fault> problems,
    List<PreviewRow> preview,
    List<BadValue> badValues,
    String state,
    @Nullable UUID jobId,
    ImportCounts counts,
    List<KeptRecord> keptOnUndo,
    UUID createdBy,
    OffsetDateTime createdAt) {

  /// A column of the file and the field that it fills.
  ///
  /// @param computed whether the record computes by itself what the column tells
  record HeaderView(
      int column, String name, String sample, @Nullable String field, boolean computed) {}

  /// A field that can be filled.
  record FieldView(String name, String label, FieldKind kind, boolean required) {}

  /// What is wrong with a field, in words.
  record Fault(String field, String code, String message) {}

  /// One of the first rows: what would be written, and what is wrong with it.
  record PreviewRow(long line, Map<String, @Nullable Object> values, List<Fault> errors) {}

  /// What is wrong with one of the first lines that were not taken.
  ///
  /// @param field what is wrong; empty where it is the whole line
  /// @param value what the file says there
  record BadValue(long line, String field, String code, String message, String value) {}

  /// A record that undoing left alone, because it was changed or used since.
  record KeptRecord(String object, UUID id, String title) {}
}
