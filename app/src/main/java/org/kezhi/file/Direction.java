package org.kezhi.file;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Whether a letter or fax came or went.
enum Direction {
  IN("in"),
  OUT("out");

  private final String code;

  Direction(String code) {
    this.code = code;
  }

  @JsonValue
  String code() {
    return code;
  }

  @JsonCreator
  static Direction of(String code) {
    for (var direction : values()) {
      if (direction.code.equals(code)) {
        return direction;
      }
    }
    throw new IllegalArgumentException(code);
  }
}
