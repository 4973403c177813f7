package org.kezhi.file;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// What a file stands for: itself, or paper that came or went.
enum FileKind {
  FILE("file"),
  LETTER("letter"),
  FAX("fax");

  private final String code;

  FileKind(String code) {
    this.code = code;
  }

  @JsonValue
  String code() {
    return code;
  }

  @JsonCreator
  static FileKind of(String code) {
    for (var kind : values()) {
      if (kind.code.equals(code)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(code);
  }
}
