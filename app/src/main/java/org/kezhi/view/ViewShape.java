package org.kezhi.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How a view is drawn, apart from what it asks its list for.
///
/// @param layout `table`, `board` or `calendar`
/// @param by what a table is grouped by, what the columns of a board are, or the date by which
///   records stand in a calendar
/// @param measures what is told of all records of a group, such as `sum:amount`
/// @param folded the groups that are shut
/// @param hidden the columns of a board that are not there
/// @param quick the fields that the list offers to filter by at once, if not the usual ones
/// @param widths pixels by field; the other columns have their usual widths
/// @param frozen how many columns stay when the table moves sideways, at least one
/// @param mode `month`, `week` or `agenda`; if not said, a calendar is drawn as suits the screen
/// @param day the day around which a calendar stands, if not the present one
record ViewShape(
    @Nullable String layout,
    @Nullable String by,
    @Nullable List<String> measures,
    @Nullable List<String> folded,
    @Nullable List<String> hidden,
    @Nullable List<String> quick,
    @Nullable Map<String, Integer> widths,
    @Nullable Integer frozen,
    @Nullable String mode,
    @Nullable LocalDate day) {

  static final String TABLE = "table";
  static final ViewShape STANDARD = of(TABLE);

  private static ViewShape of(String layout) {
    return new ViewShape(layout, null, null, null, null, null, null, null, null, null);
  }

  ViewShape {
    layout = layout == null ? TABLE : layout;
    measures = measures == null ? List.of() : List.copyOf(measures);
    folded = folded == null ? List.of() : List.copyOf(folded);
    hidden = hidden == null ? List.of() : List.copyOf(hidden);
    quick = quick == null ? null : List.copyOf(quick);
    widths = widths == null ? Map.of() : new TreeMap<>(widths);
    frozen = frozen == null ? 1 : frozen;
  }

  String layoutName() {
    return layout == null ? TABLE : layout;
  }

  List<String> measureNames() {
    return measures == null ? List.of() : measures;
  }

  Map<String, Integer> widthsByField() {
    return widths == null ? Map.of() : widths;
  }

  int frozenColumns() {
    return frozen == null ? 1 : frozen;
  }
}
