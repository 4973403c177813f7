package org.kezhi.bulk;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Use;
import org.kezhi.access.Viewer;
import org.kezhi.record.ObjectType;
import tools.jackson.databind.json.JsonMapper;

/// What is to be written, by whom, into which columns.
///
/// @param change the columns with their new values, as JSON; records may have one of their own
record Work(Viewer viewer, ObjectType type, Use use, List<Field<?>> columns, JSONB change) {

  static Work of(Viewer viewer, ObjectType type, Use use, Map<Field<?>, @Nullable Object> values) {
    return new Work(viewer, type, use, List.copyOf(values.keySet()), json(values));
  }

  Work with(List<Field<?>> others) {
    return new Work(viewer, type, use, List.copyOf(others), change);
  }

  /// Values as texts, which the database reads by the type of their column.
  static JSONB json(Map<Field<?>, @Nullable Object> values) {
    var texts = new LinkedHashMap<String, @Nullable Object>();
    values.forEach((column, value) -> texts.put(column.getName(), text(value)));
    return JSONB.valueOf(JsonMapper.shared().writeValueAsString(texts));
  }

  private static @Nullable Object text(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Object[] several -> Arrays.stream(several).map(Object::toString).toList();
      default -> value.toString();
    };
  }

  /// Records by their number within a run.
  ///
  /// @param from the number before the first
  /// @param to the last number
  record Range(UUID run, long from, long to) {

    boolean isSingle() {
      return to - from == 1;
    }

    Range firstHalf() {
      return new Range(run, from, (from + to) / 2);
    }

    Range secondHalf() {
      return new Range(run, (from + to) / 2, to);
    }
  }
}
