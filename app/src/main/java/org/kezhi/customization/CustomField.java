package org.kezhi.customization;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.record.FieldKind;

/// A custom field as it is kept.
///
/// @param object the API name of the kind of record that it belongs to
/// @param column the name of its column, which we made up
/// @param reference the API name of the kind of record that it refers to
/// @param formula what computes it; it then has no column
/// @param rollUp what it tells about the records that refer to its own
record CustomField(
    UUID id,
    String object,
    String name,
    String column,
    FieldKind kind,
    Words labels,
    @Nullable Words help,
    boolean required,
    boolean unique,
    boolean searched,
    @Nullable Integer decimals,
    @Nullable String reference,
    @Nullable String defaultValue,
    @Nullable String formula,
    @Nullable RollUp rollUp,
    boolean retired,
    List<CustomChoice> choices) {

  /// What people who look for it are told.
  String path() {
    return object + "." + name;
  }

  /// Whether the program fills it and nobody edits it.
  boolean isComputed() {
    return formula != null || rollUp != null;
  }
}
