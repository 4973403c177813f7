package org.kezhi.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// What a viewer may do with one field.
public enum FieldAccess {
  HIDDEN("hidden"),
  READ_ONLY("readOnly"),
  WRITABLE("writable");

  private final String code;

  FieldAccess(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }

  @JsonCreator
  static FieldAccess of(String code) {
    for (var access : values()) {
      if (access.code.equals(code)) {
        return access;
      }
    }
    throw new IllegalArgumentException(code);
  }

  FieldAccess orWider(FieldAccess other) {
    return other.ordinal() > ordinal() ? other : this;
  }
}
