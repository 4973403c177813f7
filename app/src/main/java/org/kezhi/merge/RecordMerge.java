package org.kezhi.merge;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.merge.MergePreview.MergeMove;
import org.kezhi.merge.MergePreview.MergedBy;

/// A merge that has been done.
///
/// @param path where records of the kind stand in the API
/// @param merged the records that became part of the one that stayed
/// @param state `done`, or `undone`, or `final` when its time has run out
/// @param undoUntil when that is
public record RecordMerge(
    UUID id,
    String object,
    String path,
    MergedRecord survivor,
    List<MergedRecord> merged,
    String mergedAt,
    @Nullable MergedBy mergedBy,
    String undoUntil,
    String state) {

  /// One of the records.
  public record MergedRecord(UUID id, @Nullable String title) {}

  /// A merge and what came of it.
  ///
  /// @param moves what refers to the one that stayed, as the preview has said
  public record Done(RecordMerge merge, List<MergeMove> moves, long others, long staying) {}

  /// A merge that is undone, and what stayed.
  ///
  /// @param keptFields the fields that somebody has changed since
  /// @param kept how many rows are no longer where the merge had put them
  /// @param examples some of those that are records
  public record Undone(
      RecordMerge merge, List<String> keptFields, long kept, List<KeptRecord> examples) {}

  /// A record that was not given back.
  public record KeptRecord(String object, UUID id, @Nullable String title) {}
}
