package org.kezhi.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How far a right reaches, from nothing to every record.
public enum Scope {
  NONE,
  OWN,
  UNIT,
  SUBTREE,
  ALL;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static Scope of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  Scope orWider(Scope other) {
    return other.ordinal() > ordinal() ? other : this;
  }
}
