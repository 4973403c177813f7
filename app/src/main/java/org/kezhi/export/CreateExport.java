package org.kezhi.export;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezhi.reading.ListQuery;
import org.kezhi.record.FilterReader;
import tools.jackson.databind.JsonNode;

/// Asks for a list as a file: the same as the list shows, all of it.
record CreateExport(
    @NotBlank String object,
    @NotNull ExportFormat format,
    @Nullable JsonNode filter,
    @Nullable List<String> sort,
    @Nullable List<String> columns,
    @Nullable String q) {

  ListQuery query(FilterReader filters) {
    return new ListQuery(
        filters.read(filter),
        sort == null ? List.of() : sort,
        columns == null ? List.of() : columns,
        1,
        null,
        q);
  }
}
