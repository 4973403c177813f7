package org.kezhi.view;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Who sees a view beside its owner.
enum Sharing {
  PRIVATE,
  UNIT,
  EVERYONE;

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Sharing> of(String code) {
    return Arrays.stream(values()).filter(sharing -> sharing.code().equals(code)).findFirst();
  }
}
