package org.kezhi.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of a file.
///
/// @param line where it begins in the file, counted from one
/// @param fault why it cannot be read, as an error code; its only cell is then its text
public record SourceRow(long line, List<String> cells, @Nullable String fault) {

  public static SourceRow of(long line, List<String> cells) {
    return new SourceRow(line, cells, null);
  }

  static SourceRow broken(long line, String text, String fault) {
    return new SourceRow(line, List.of(text), fault);
  }

  boolean isBlank() {
    return fault == null && cells.stream().allMatch(String::isBlank);
  }

  /// How much memory it takes, roughly, in characters.
  public int weight() {
    var weight = 32;
    for (var cell : cells) {
      weight += cell.length() + 16;
    }
    return weight;
  }
}
