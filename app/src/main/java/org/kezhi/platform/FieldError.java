package org.kezhi.platform;

import java.util.List;

/// Says what is wrong with one field: a code for programs, whose text is the label `error.<code>`.
public record FieldError(String field, String code, List<Object> arguments) {

  public static FieldError of(String field, String code, Object... arguments) {
    return new FieldError(field, code, List.of(arguments));
  }
}
