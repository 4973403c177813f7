package org.kezhi.platform;

import java.util.List;
import java.util.Map;

/// Ends a request with an answer that says what is wrong (RFC 9457).
public final class Problem extends RuntimeException {

  private final transient ProblemType type;
  private final transient List<Object> arguments;
  private final transient List<FieldError> errors;
  private final transient Map<String, Object> properties;

  Problem(
      ProblemType type,
      List<Object> arguments,
      List<FieldError> errors,
      Map<String, Object> properties) {
    super(type.slug() + (errors.isEmpty() ? "" : " " + errors), null, false, false);
    this.type = type;
    this.arguments = arguments;
    this.errors = errors;
    this.properties = properties;
  }

  /// The same problem with facts that a client can use, such as the record as it is now.
  public Problem carrying(String name, Object value) {
    return new Problem(type, arguments, errors, Map.of(name, value));
  }

  public ProblemType type() {
    return type;
  }

  public List<Object> arguments() {
    return arguments;
  }

  public List<FieldError> errors() {
    return errors;
  }

  public Map<String, Object> properties() {
    return properties;
  }
}
