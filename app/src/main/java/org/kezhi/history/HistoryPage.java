package org.kezhi.history;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happened to a record, the newest first.
public record HistoryPage(List<HistoryItem> items, @Nullable String nextCursor) {

  /// One thing that somebody did.
  public record HistoryItem(
      String at,
      @Nullable Actor actor,
      @Nullable String channel,
      String action,
      List<FieldChange> changes) {}

  /// Who did it; without a name where the account is gone.
  public record Actor(UUID id, @Nullable String title) {}

  /// A field before and after.
  public record FieldChange(
      String field, String label, @Nullable Object from, @Nullable Object to) {}
}
