package org.kezhi.bulk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What somebody wants to do with many records.
///
/// @param action `edit`, `paste` or `delete`
/// @param ids the records by name; with a block, one for each of its rows
/// @param all whether all records are meant that the filter and the text of a list leave
/// @param changes for an edit: fields with their new values; nothing clears
/// @param block for pasting: cells as a spreadsheet has them
public record BulkOrder(
    String object,
    BulkAction action,
    @Nullable List<UUID> ids,
    @Nullable Boolean all,
    @Nullable JsonNode filter,
    @Nullable String q,
    @Nullable Map<String, @Nullable Object> changes,
    @Nullable CellBlock block) {

  /// Texts of cells, row by row, and the fields for which their columns are meant.
  public record CellBlock(List<String> fields, List<List<String>> cells) {}

  boolean meansAll() {
    return Boolean.TRUE.equals(all);
  }
}
