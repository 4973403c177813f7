package org.kezhi.customization;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/// What a field tells about the records that refer to its own: how many, or what their values come
/// to.
///
/// @param object the API name of the kind of record that refers
/// @param reference the field of it that does so
/// @param field the field whose values are taken; none for a count
record RollUp(
    @Nullable String object,
    @Nullable String reference,
    @Nullable Function function,
    @Nullable String field) {

  boolean needs(String otherObject, @Nullable String otherField) {
    return otherObject.equals(object)
        && (otherField == null || otherField.equals(reference) || otherField.equals(field));
  }

  /// How many values become one.
  enum Function {
    COUNT("count"),
    SUM("sum"),
    MIN("min"),
    MAX("max"),
    /// The value of the record that was made last.
    LAST("last");

    private final String code;

    Function(String code) {
      this.code = code;
    }

    @JsonValue
    String code() {
      return code;
    }

    @JsonCreator
    static Function of(String code) {
      for (var function : values()) {
        if (function.code.equals(code)) {
          return function;
        }
      }
      throw new IllegalArgumentException(code);
    }
  }
}
