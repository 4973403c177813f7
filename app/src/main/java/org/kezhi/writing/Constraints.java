package org.kezhi.writing;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kezhi.platform.FieldError;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordProblem;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;

/// Turns a broken constraint of the database into a problem that names the field.
public final class Constraints {

  private static final String UNIQUE = "23505";
  private static final String FOREIGN_KEY = "23503";
  private static final String OUT_OF_RANGE = "22003";

  private Constraints() {}

  static int translate(ObjectType type, Supplier<Integer> statement) {
    try {
      return statement.get();
    } catch (DataIntegrityViolationException broken) {
      throw problem(type, broken);
    }
  }

  /// Which field the database refused, and why.
  public static FieldError explain(ObjectType type, DataIntegrityViolationException broken) {
    if (!(NestedExceptionUtils.getMostSpecificCause(broken) instanceof PSQLException cause)) {
      return FieldError.of(type.titleField().name(), "invalid");
    }
    var code =
        switch (String.valueOf(cause.getSQLState())) {
          case UNIQUE -> "taken";
          case FOREIGN_KEY -> "notFound";
          case OUT_OF_RANGE -> "tooLarge";
          default -> "invalid";
        };
    return FieldError.of(field(type, cause.getServerErrorMessage()), code);
  }

  private static RuntimeException problem(ObjectType type, DataIntegrityViolationException broken) {
    if (!(NestedExceptionUtils.getMostSpecificCause(broken) instanceof PSQLException)) {
      return broken;
    }
    var error = explain(type, broken);
    var problem =
        switch (error.code()) {
          case "taken" -> RecordProblem.TAKEN;
          case "notFound" -> RecordProblem.STILL_USED;
          default -> RecordProblem.INVALID_RECORD;
        };
    return problem.in(List.of(error));
  }

  /// Constraints are named table_column_kind, so that the field can be read off the name.
  private static String field(ObjectType type, @Nullable ServerErrorMessage message) {
    var constraint = message == null ? null : message.getConstraint();
    if (constraint != null) {
      for (var field : type.fields()) {
        var start = type.table().getName() + "_" + field.column().getName() + "_";
        if (constraint.toLowerCase(Locale.ROOT).startsWith(start)) {
          return field.name();
        }
      }
    }
    return type.titleField().name();
  }
}
