package org.kezhi.bulk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What would come of a run, without anything being written.
///
/// @param matching how many records are chosen
/// @param changed how many of them would change
/// @param same how many are so already
/// @param refused how many may not be changed by this person
/// @param gone how many are not there any more, or not for this person
/// @param badCells how many cells of a pasted block cannot be read
/// @param following what would go along into the recycle bin
public record BulkPreview(
    long matching,
    long changed,
    long same,
    long refused,
    long gone,
    long badCells,
    List<Following> following,
    List<Example> examples) {

  /// How many records of another kind go along.
  public record Following(String object, long count) {}

  /// A record as it is and as it would be.
  ///
  /// @param errors cells that cannot be read; what is there stays
  public record Example(
      UUID id,
      @Nullable String title,
      String outcome,
      Map<String, @Nullable Object> from,
      Map<String, @Nullable Object> to,
      List<CellError> errors) {}

  /// What is wrong with a cell, in words.
  public record CellError(String field, String code, String message) {}
}
