package org.kezhi.transfer;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.intake.ImportCounts;
import org.kezhi.intake.ImportSettings;
import org.kezhi.mapping.SavedMapping;
import org.kezhi.sheet.FileHead;
import org.kezhi.sheet.TableFile;

/// An import: its file, the choices, how far it is and what came of it.
///
/// @param state as people see it, from the states of its jobs
/// @param sheets the sheets of a workbook that can be seen
/// @param position the last line whose outcome is committed
record ImportRun(
    UUID id,
    String object,
    String fileName,
    long fileSize,
    TableFile.Format format,
    @Nullable String encoding,
    @Nullable String delimiter,
    @Nullable String sheet,
    List<String> sheets,
    List<FileHead.Header> headers,
    @Nullable Long rowEstimate,
    ImportSettings settings,
    @Nullable UUID mappingId,
    @Nullable UUID jobId,
    @Nullable UUID undoJobId,
    String state,
    long position,
    ImportCounts counts,
    UUID createdBy,
    OffsetDateTime createdAt) {

  @Nullable UUID currentJob() {
    return state.startsWith("und") ? undoJobId : jobId;
  }

  ImportRun with(FileHead head, TableFile file, ImportSettings chosen) {
    return new ImportRun(
        id,
        object,
        fileName,
        fileSize,
        file.format(),
        file.encoding(),
        file.delimiter(),
        file.sheet(),
        sheets,
        head.headers(),
        head.estimate(),
        chosen,
        mappingId,
        jobId,
        undoJobId,
        state,
        position,
        counts,
        createdBy,
        createdAt);
  }

  ImportRun with(ImportSettings chosen) {
    var file = new TableFile(Path.of(""), format, encoding, delimiter, sheet);
    return with(new FileHead(headers, List.of(), rowEstimate), file, chosen);
  }

  ImportRun with(SavedMapping mapping, ImportSettings chosen) {
    return new ImportRun(
        id,
        object,
        fileName,
        fileSize,
        format,
        encoding,
        delimiter,
        sheet,
        sheets,
        headers,
        rowEstimate,
        chosen,
        mapping.id(),
        jobId,
        undoJobId,
        state,
        position,
        counts,
        createdBy,
        createdAt);
  }

  /// How many rows the file has at least, as far as is known.
  @Nullable Long total(long written) {
    return rowEstimate == null ? null : Long.valueOf(Math.max(rowEstimate, written));
  }

  boolean isDraft() {
    return "draft".equals(state);
  }

  boolean isOver() {
    return List.of("done", "failed", "cancelled").contains(state);
  }
}
