package org.kezhi.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What somebody has said about a record.
///
/// @param mine whether the one who asks may take it back
record Comment(UUID id, String body, Instant at, HistoryPage.Actor author, boolean mine) {

  /// The comments on a record, the oldest first.
  record CommentList(List<Comment> items) {}
}
