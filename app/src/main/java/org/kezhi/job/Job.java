package org.kezhi.job;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A piece of background work as people see it.
///
/// @param title what is done, in the reader's language
/// @param message the step at which it is
/// @param error why it failed
public record Job(
    UUID id,
    String kind,
    String title,
    String state,
    long done,
    @Nullable Long total,
    @Nullable String message,
    @Nullable String error,
    @Nullable UUID createdBy,
    OffsetDateTime createdAt,
    @Nullable OffsetDateTime startedAt,
    @Nullable OffsetDateTime finishedAt,
    @Nullable JsonNode result,
    boolean canCancel,
    boolean canRetry) {

  public boolean isOver() {
    return finishedAt != null;
  }
}
