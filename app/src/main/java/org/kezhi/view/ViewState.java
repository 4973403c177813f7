package org.kezhi.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a view asks its list for; what is left empty is as the list usually has it.
///
/// @param sort field names, with a minus in front for descending order
record ViewState(
    @Nullable JsonNode filter,
    @Nullable List<String> sort,
    @Nullable List<String> columns,
    @Nullable ViewShape shape) {

  static final ViewState STANDARD = new ViewState(null, null, null, null);

  ViewState {
    filter = filter == null || filter.isNull() ? null : filter;
    sort = sort == null ? List.of() : List.copyOf(sort);
    columns = columns == null ? List.of() : List.copyOf(columns);
    shape = shape == null ? ViewShape.STANDARD : shape;
  }

  List<String> sortKeys() {
    return sort == null ? List.of() : sort;
  }

  List<String> columnNames() {
    return columns == null ? List.of() : columns;
  }

  ViewShape drawn() {
    return shape == null ? ViewShape.STANDARD : shape;
  }
}
