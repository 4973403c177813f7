package org.kezhi.bulk;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.kezhi.access.Use;

/// What can be done with many records at once.
public enum BulkAction {
  EDIT,
  PASTE,
  DELETE;

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static BulkAction of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /// The right that each record needs.
  Use use() {
    return this == DELETE ? Use.DELETE : Use.UPDATE;
  }
}
