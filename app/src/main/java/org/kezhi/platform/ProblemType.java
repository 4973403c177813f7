package org.kezhi.platform;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/// Names one kind of problem that a caller can run into; each module has an enum of its own.
///
/// The texts are the labels `problem.<slug>.title` and `problem.<slug>.detail`.
public interface ProblemType {

  /// The stable name that clients switch on, in kebab-case.
  String slug();

  HttpStatus status();

  /// The problem with the arguments of its detail text.
  default Problem with(Object... arguments) {
    return new Problem(this, List.of(arguments), List.of(), Map.of());
  }

  /// The problem with one entry for each field that is wrong.
  default Problem in(List<FieldError> errors) {
    return new Problem(this, List.of(), errors, Map.of());
  }
}
