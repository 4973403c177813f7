package org.kezhi.transfer;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.intake.ImportCounts;

/// An import in a list.
record ImportSummary(
    UUID id,
    String object,
    String fileName,
    long size,
    @Nullable Long rows,
    String state,
    @Nullable UUID jobId,
    ImportCounts counts,
    UUID createdBy,
    OffsetDateTime createdAt) {

  static ImportSummary of(ImportRun run) {
    return new ImportSummary(
        run.id(),
        run.object(),
        run.fileName(),
        run.fileSize(),
        run.rowEstimate(),
        run.state(),
        run.currentJob(),
        run.counts(),
        run.createdBy(),
        run.createdAt());
  }

  /// One page of imports.
  record ImportPage(List<ImportSummary> items, @Nullable String nextCursor) {}
}
