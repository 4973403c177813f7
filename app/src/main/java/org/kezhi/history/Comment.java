package org.kezhi.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody has said about a record.
///
/// @param edited when its author has changed it
/// @param mine whether the one who asks may change it or take it back
record Comment(
    UUID id,
    String body,
    Instant at,
    @Nullable Instant edited,
    HistoryPage.Actor author,
    boolean mine) {

  /// The comments on a record, the oldest first.
  record CommentList(List<Comment> items) {}
}
