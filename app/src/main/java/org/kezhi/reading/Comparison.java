package org.kezhi.reading;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.kezhi.db.Tables.APP_USER;

import java.lang.reflect.Array;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.kezhi.access.Viewer;
import org.kezhi.platform.FieldError;
import org.kezhi.platform.Problem;
import org.kezhi.record.FieldKind;
import org.kezhi.record.FieldValues;
import org.kezhi.record.Filter;
import org.kezhi.record.Filter.Operator;
import org.kezhi.record.RecordField;
import org.kezhi.record.RecordProblem;
import org.springframework.stereotype.Component;

/// Compares one column with the values of a filter, each kind of field in its own way.
@Component
class Comparison {

  private static final String ME = "@me";

  /// Everybody in the asker's unit and those below it, the asker included.
  private static final String TEAM = "@team";

  private final DayComparison days;

  Comparison(DayComparison days) {
    this.days = days;
  }

  Condition compare(Viewer viewer, RecordField field, Field<?> column, Filter.Test test) {
    if (field.kind().isReference() && test.values().contains(TEAM)) {
      return team(viewer, field, column, test);
    } else if (field.kind().isMany()) {
      return many(viewer, field, column, test);
    }
    return switch (test.operator()) {
      case EMPTY -> empty(field, column);
      case NOT_EMPTY -> DSL.not(empty(field, column));
      case CONTAINS -> text(field, column, test).containsIgnoreCase(first(test));
      case NOT_CONTAINS -> not(column, text(field, column, test).containsIgnoreCase(first(test)));
      case STARTS_WITH -> text(field, column, test).startsWithIgnoreCase(first(test));
      case ENDS_WITH -> text(field, column, test).endsWithIgnoreCase(first(test));
      case IN, NOT_IN -> membership(viewer, field, column, test);
      case EQ, NE, GT, GE, LT, LE, BETWEEN ->
          field.kind() == FieldKind.INSTANT || field.kind() == FieldKind.DATE
              ? days.compare(viewer.id(), field.kind(), column, test)
              : order(viewer, field, column, test);
    };
  }

  /// What refers to somebody of the team, or to one of the others that are named beside it.
  private Condition team(Viewer viewer, RecordField field, Field<?> column, Filter.Test test) {
    var isLeftOut = test.operator() == Operator.NOT_IN || test.operator() == Operator.NE;
    if (!isLeftOut && test.operator() != Operator.IN && test.operator() != Operator.EQ) {
      throw invalid(test, "operatorNotAllowed");
    }
    var team = APP_USER.UNIT_ID.in(viewer.subtree()).or(APP_USER.ID.eq(viewer.id()));
    Condition in =
        field.kind().isMany()
            ? exists(
                selectOne()
                    .from(APP_USER)
                    .where(APP_USER.ID.eq(any(column.coerce(UUID[].class))))
                    .and(team))
            : column.coerce(UUID.class).in(select(APP_USER.ID).from(APP_USER).where(team));
    var others = test.values().stream().filter(value -> !TEAM.equals(value)).toList();
    if (!others.isEmpty()) {
      in =
          in.or(compare(viewer, field, column, new Filter.Test(test.field(), Operator.IN, others)));
    }
    return isLeftOut ? not(column, in) : in;
  }

  /// Any of several values is one of those asked for.
  private static Condition many(
      Viewer viewer, RecordField field, Field<?> column, Filter.Test test) {
    return switch (test.operator()) {
      case EMPTY -> column.isNull();
      case NOT_EMPTY -> column.isNotNull();
      case IN -> overlap(viewer, field, column, test);
      case NOT_IN -> not(column, overlap(viewer, field, column, test));
      default -> throw invalid(test, "operatorNotAllowed");
    };
  }

  private static Condition overlap(
      Viewer viewer, RecordField field, Field<?> column, Filter.Test test) {
    var wanted =
        test.values().stream()
            .flatMap(value -> Stream.of((Object[]) read(viewer, field, List.of(value), test)))
            .toArray(size -> (Object[]) Array.newInstance(column.getType().componentType(), size));
    return DSL.condition("{0} && {1}", column, DSL.val(wanted, column));
  }

  Condition ids(Field<UUID> id, Filter.Test test) {
    if (test.operator() != Operator.IN && test.operator() != Operator.EQ) {
      throw invalid(test, "operatorNotAllowed");
    }
    return id.in(
        test.values().stream()
            .map(value -> {
              try {
                return UUID.fromString(String.valueOf(value));
              } catch (IllegalArgumentException _) {
                throw invalid(test, "notAReference");
              }
            })
            .toList());
  }

  /// Whether what is marked is asked for, or what is not.
  boolean isWanted(Filter.Test test) {
    if (test.operator() != Operator.EQ || !(value(test, 0) instanceof Boolean wanted)) {
      throw invalid(test, "operatorNotAllowed");
    }
    return wanted;
  }

  private static Condition empty(RecordField field, Field<?> column) {
    return field.kind() == FieldKind.CHOICE && field.extension() != null
        ? column.coerce(String.class).eq(inline("none"))
        : column.isNull();
  }

  private static Condition membership(
      Viewer viewer, RecordField field, Field<?> column, Filter.Test test) {
    var comparable = untyped(column);
    var values = test.values().stream().map(value -> read(viewer, field, value, test)).toList();
    return test.operator() == Operator.IN
        ? comparable.in(values)
        : not(column, comparable.in(values));
  }

  private static Condition order(
      Viewer viewer, RecordField field, Field<?> column, Filter.Test test) {
    var ordered = field.kind().isNumeric();
    if (!ordered && test.operator() != Operator.EQ && test.operator() != Operator.NE) {
      throw invalid(test, "operatorNotAllowed");
    }
    var comparable = untyped(column);
    var value = read(viewer, field, value(test, 0), test);
    return switch (test.operator()) {
      case EQ -> comparable.eq(value);
      case NE -> comparable.isDistinctFrom(value);
      case GT -> comparable.gt(value);
      case GE -> comparable.ge(value);
      case LT -> comparable.lt(value);
      case LE -> comparable.le(value);
      case BETWEEN -> comparable.between(value, read(viewer, field, value(test, 1), test));
      default -> noCondition();
    };
  }

  private static Field<String> text(RecordField field, Field<?> column, Filter.Test test) {
    if (!field.kind().isText()) {
      throw invalid(test, "operatorNotAllowed");
    }
    return column.coerce(String.class);
  }

  /// Not so, or nothing there: an empty field is not what somebody asks to leave out.
  static Condition not(Field<?> column, Condition condition) {
    return column.isNull().or(DSL.not(condition));
  }

  private static String first(Filter.Test test) {
    return String.valueOf(value(test, 0));
  }

  static Object value(Filter.Test test, int index) {
    if (test.values().size() <= index) {
      throw invalid(test, "required");
    }
    return test.values().get(index);
  }

  private static Object read(Viewer viewer, RecordField field, Object value, Filter.Test test) {
    if (field.kind().isReference() && isMe(value)) {
      return field.kind().isMany() ? new UUID[] {viewer.id()} : viewer.id();
    }
    try {
      var read = field.kind().isText() ? String.valueOf(value) : FieldValues.read(field, value);
      if (read == null) {
        throw invalid(test, "required");
      }
      return read;
    } catch (FieldValues.NotAValue wrong) {
      throw invalid(test, wrong.code(), wrong.arguments());
    }
  }

  private static boolean isMe(Object value) {
    return ME.equals(value) || List.of(ME).equals(value);
  }

  @SuppressWarnings(
      "unchecked") // the values are of the column's type: FieldValues read them for it
  private static Field<Object> untyped(Field<?> column) {
    return (Field<Object>) column;
  }

  static Problem invalid(Filter.Test test, String code, Object... arguments) {
    return RecordProblem.INVALID_FILTER.in(List.of(FieldError.of(test.field(), code, arguments)));
  }
}
