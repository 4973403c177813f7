package org.kezhi.record;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Optional;

/// Says which records are meant: the one small language of lists, segments, rules and exports.
public sealed interface Filter {

  Filter ALL = new And(List.of());

  /// All of the parts hold.
  record And(List<Filter> parts) implements Filter {}

  /// At least one of the parts holds.
  record Or(List<Filter> parts) implements Filter {}

  /// The part does not hold.
  record Not(Filter part) implements Filter {}

  /// A field compared with values as they came in JSON: texts, numbers and truth values.
  record Test(String field, Operator operator, List<Object> values) implements Filter {}

  /// How a field is compared.
  enum Operator {
    EQ("eq"),
    NE("ne"),
    IN("in"),
    NOT_IN("notIn"),
    CONTAINS("contains"),
    NOT_CONTAINS("notContains"),
    STARTS_WITH("startsWith"),
    ENDS_WITH("endsWith"),
    GT("gt"),
    GE("ge"),
    LT("lt"),
    LE("le"),
    BETWEEN("between"),
    EMPTY("empty"),
    NOT_EMPTY("notEmpty");

    private final String code;

    Operator(String code) {
      this.code = code;
    }

    @JsonValue
    public String code() {
      return code;
    }

    static Optional<Operator> of(String code) {
      for (var operator : values()) {
        if (operator.code.equals(code)) {
          return Optional.of(operator);
        }
      }
      return Optional.empty();
    }
  }
}
