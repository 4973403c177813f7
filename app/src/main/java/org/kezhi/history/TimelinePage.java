package org.kezhi.history;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Part of a history. What is pinned and what lies ahead comes with the first page only.
///
/// @param upcoming the soonest first
/// @param items the newest first
record TimelinePage(
    @Nullable TimelineItem pinned,
    List<TimelineItem> upcoming,
    List<TimelineItem> items,
    @Nullable String nextCursor) {

  /// Something that happened: a record of whatever kind, or a change of the record itself.
  record TimelineItem(
      String at,
      String object,
      UUID id,
      @Nullable Map<String, @Nullable Object> record,
      HistoryPage.@Nullable HistoryItem change,
      int comments) {}
}
