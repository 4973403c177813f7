package org.kezhi.bulk;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A bulk run as people see it.
///
/// @param state `queued`, `running`, `done`, `failed`, `cancelled`, `undoing` or `undone`
/// @param items how many records were chosen
/// @param undoUntil until when it can be taken back; none where it cannot
public record BulkRunView(
    UUID id,
    String object,
    BulkAction action,
    Map<String, @Nullable Object> changes,
    String state,
    long items,
    BulkCounts counts,
    @Nullable UUID jobId,
    @Nullable UUID undoJobId,
    UUID createdBy,
    OffsetDateTime createdAt,
    @Nullable OffsetDateTime undoUntil) {

  /// What came of the records so far.
  ///
  /// @param kept how many were left alone, at least in part, when the run was undone
  public record BulkCounts(
      long changed, long same, long refused, long gone, long failed, long undone, long kept) {}
}
