package org.kezhi.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Rights that belong to no kind of record.
public enum Permission {
  ADMIN_USERS("admin.users"),
  ADMIN_SETTINGS("admin.settings"),
  ADMIN_JOBS("admin.jobs"),
  VALUE_READ("value.read"),
  VALUE_RUN("value.run"),
  IMPORT("import"),
  RECYCLE("recycle");

  private final String code;

  Permission(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }

  @JsonCreator
  static Permission of(String code) {
    for (var permission : values()) {
      if (permission.code.equals(code)) {
        return permission;
      }
    }
    throw new IllegalArgumentException(code);
  }
}
