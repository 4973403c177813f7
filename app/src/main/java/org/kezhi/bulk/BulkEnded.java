package org.kezhi.bulk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells once that a bulk run, or taking it back, is over: whole, or cancelled or failed half-way.
/// Comes before people are told the end.
public record BulkEnded(UUID runId, String object, @Nullable UUID startedBy) {

  static BulkEnded of(BulkRun run) {
    return new BulkEnded(run.id(), run.object(), run.createdBy());
  }
}
