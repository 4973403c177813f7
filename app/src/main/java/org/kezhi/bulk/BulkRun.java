package org.kezhi.bulk;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A bulk run as it is kept.
///
/// @param changes the fields with their new values; for a pasted block, the fields alone
/// @param position how many records, by their number, bear what the run does
/// @param endedAt when its work was over
/// @param counts what came of its records, once it is too late to take it back
record BulkRun(
    UUID id,
    String object,
    BulkAction action,
    Map<String, @Nullable Object> changes,
    String channel,
    long items,
    @Nullable UUID jobId,
    @Nullable UUID undoJobId,
    String state,
    long position,
    UUID createdBy,
    OffsetDateTime createdAt,
    @Nullable OffsetDateTime endedAt,
    BulkRunView.@Nullable BulkCounts counts) {

  boolean isOver() {
    return "done".equals(state) || "failed".equals(state) || "cancelled".equals(state);
  }
}
