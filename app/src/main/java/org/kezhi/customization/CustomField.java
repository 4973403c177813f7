package org.kezhi.customization;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
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

  CustomField ofKind(FieldKind other) {
    return new CustomField(
        id,
        object,
        name,
        column,
        other,
        labels,
        help,
        required,
        unique,
        searched,
        decimals,
        reference,
        defaultValue,
        formula,
        rollUp,
        retired,
        choices);
  }

  /// Whether it could not be computed without a field, or without a whole kind of record.
  boolean needs(String otherObject, @Nullable String field) {
    return rollUp != null && rollUp.needs(otherObject, field)
        || formula != null && field != null && mentions(otherObject, field);
  }

  private boolean mentions(String otherObject, String field) {
    var before = otherObject.equals(object) ? "(?<![\\w.])" : "\\.";
    return Pattern.compile(before + Pattern.quote(field) + "(?!\\w)")
        .matcher(String.valueOf(formula))
        .find();
  }
}
