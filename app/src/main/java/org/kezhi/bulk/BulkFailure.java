package org.kezhi.bulk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A record that a run, or taking it back, has left alone, and why.
///
/// @param title none where the reader may not see the record
/// @param outcome `refused`, `gone`, `failed`, or `kept` where undoing left something alone
/// @param fields the fields that somebody has changed since
public record BulkFailure(
    long number,
    UUID id,
    @Nullable String title,
    String outcome,
    String reason,
    List<String> fields) {

  /// One page of them.
  public record BulkFailurePage(List<BulkFailure> items, @Nullable String nextCursor) {}
}
