package org.kezhi.intake;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kezhi.platform.FieldError;
import org.postgresql.util.PSQLException;
import org.springframework.core.NestedExceptionUtils;

/// Says why the database refused a line.
public final class Refusals {

  private Refusals() {}

  public static FieldError explain(Staging staging, RuntimeException refusal) {
    if (refusal instanceof RowRefused refused) {
      return FieldError.of(refused.field(), refused.code());
    }
    var cause = NestedExceptionUtils.getMostSpecificCause(refusal);
    if (cause instanceof PSQLException problem && problem.getServerErrorMessage() != null) {
      var constraint = problem.getServerErrorMessage().getConstraint();
      return FieldError.of(field(staging, constraint), code(problem.getSQLState()));
    }
    return FieldError.of("", "invalid");
  }

  private static String code(@Nullable String state) {
    return switch (String.valueOf(state)) {
      case "23505" -> "taken";
      case "23503" -> "notFound";
      case "22003" -> "tooLarge";
      default -> "invalid";
    };
  }

  /// Constraints are named table_column_kind, so that the field can be read off the name.
  private static String field(Staging staging, @Nullable String constraint) {
    if (constraint != null) {
      for (var field : staging.fields()) {
        var column = "_" + field.rule().column().getName() + "_";
        if (constraint.toLowerCase(Locale.ROOT).contains(column)) {
          return field.name();
        }
      }
    }
    return "";
  }
}
