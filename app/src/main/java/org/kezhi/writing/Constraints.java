package org.kezhi.writing;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kezhi.platform.FieldError;
import org.kezhi.platform.Problem;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordProblem;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;

/// Turns a broken constraint of the database into a problem that names the field.
final class Constraints {

  private static final String UNIQUE = "23505";
  private static final String FOREIGN_KEY = "23503";

  private Constraints() {}

  static int translate(ObjectType type, Supplier<Integer> statement) {
    try {
      return statement.get();
    } catch (DataIntegrityViolationException broken) {
      throw problem(type, broken);
    }
  }

  private static RuntimeException problem(ObjectType type, DataIntegrityViolationException broken) {
    if (!(NestedExceptionUtils.getMostSpecificCause(broken) instanceof PSQLException cause)) {
      return broken;
    }
    var field = field(type, cause.getServerErrorMessage());
    return switch (String.valueOf(cause.getSQLState())) {
      case UNIQUE -> in(RecordProblem.TAKEN, field, "taken");
      case FOREIGN_KEY -> in(RecordProblem.STILL_USED, field, "notFound");
      default -> in(RecordProblem.INVALID_RECORD, field, "invalid");
    };
  }

  private static Problem in(RecordProblem problem, String field, String code) {
    return problem.in(List.of(FieldError.of(field, code)));
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
