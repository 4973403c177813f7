package org.kezhi.notification;

import java.util.List;

/// A label within the text of a notice: everybody reads it in their own language.
public record Wording(String label, List<Object> arguments) {

  public static Wording of(String label, Object... arguments) {
    return new Wording(label, List.of(arguments));
  }
}
