package org.kezhi.view;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How a view is drawn, apart from what it asks its list for.
///
/// @param widths pixels by field; the other columns have their usual widths
/// @param frozen how many columns stay when the table moves sideways, at least one
record ViewShape(@Nullable Map<String, Integer> widths, @Nullable Integer frozen) {

  static final ViewShape STANDARD = new ViewShape(null, null);

  ViewShape {
    widths = widths == null ? Map.of() : new TreeMap<>(widths);
    frozen = frozen == null ? 1 : frozen;
  }

  Map<String, Integer> widthsByField() {
    return widths == null ? Map.of() : widths;
  }

  int frozenColumns() {
    return frozen == null ? 1 : frozen;
  }
}
