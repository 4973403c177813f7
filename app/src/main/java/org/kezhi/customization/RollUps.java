package org.kezhi.customization;

import java.util.ArrayList;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.FieldError;
import org.kezhi.record.FieldKind;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordField;
import org.springframework.stereotype.Component;

/// Finds the fields that a roll-up speaks of, or says which of them cannot be meant.
@Component
class RollUps {

  private static final Set<FieldKind> SUMMABLE = Set.of(FieldKind.NUMBER, FieldKind.MONEY);
  private static final Set<FieldKind> COMPARABLE =
      Set.of(
          FieldKind.NUMBER, FieldKind.MONEY, FieldKind.PERCENT, FieldKind.DATE, FieldKind.INSTANT);

  private final ObjectTypes types;

  RollUps(ObjectTypes types) {
    this.types = types;
  }

  /// What the values of a roll-up are.
  record Result(FieldKind kind, @Nullable Integer decimals) {}

  /// @throws org.kezhi.platform.Problem with everything that is wrong with it
  Result result(ObjectType type, RollUp rollUp) {
    var errors = new ArrayList<FieldError>();
    var from = types.named(String.valueOf(rollUp.object())).orElse(null);
    if (from == null) {
      errors.add(FieldError.of("rollUp.object", "unknownObject"));
    } else if (reference(type, from, rollUp) == null) {
      errors.add(FieldError.of("rollUp.reference", "unknownField"));
    }
    if (rollUp.function() == null) {
      errors.add(FieldError.of("rollUp.function", "required"));
    }
    var value = from == null ? null : value(from, rollUp);
    if (from != null && rollUp.function() != null && rollUp.function() != RollUp.Function.COUNT) {
      if (value == null) {
        errors.add(FieldError.of("rollUp.field", "unknownField"));
      } else if (!isPossible(rollUp.function(), value.kind())) {
        errors.add(FieldError.of("rollUp.field", "notForKind"));
      }
    }
    if (!errors.isEmpty()) {
      throw CommonProblem.INVALID.in(errors);
    }
    return value == null || rollUp.function() == RollUp.Function.COUNT
        ? new Result(FieldKind.NUMBER, 0)
        : new Result(value.kind(), decimals(value));
  }

  /// The roll-up with all that its triggers need; the fields it speaks of are there.
  RollUpTriggers.Kept kept(ObjectType type, RecordField of, RollUp rollUp) {
    var from = types.named(String.valueOf(rollUp.object())).orElseThrow();
    var reference = reference(type, from, rollUp);
    var value = rollUp.function() == RollUp.Function.COUNT ? reference : value(from, rollUp);
    if (reference == null || value == null || rollUp.function() == null) {
      throw new IllegalStateException(of.name() + " speaks of fields that are gone");
    }
    return new RollUpTriggers.Kept(
        type.table(), of, from.table(), reference, value, rollUp.function());
  }

  private @Nullable RecordField reference(ObjectType type, ObjectType from, RollUp rollUp) {
    return from.field(String.valueOf(rollUp.reference()))
        .filter(field -> field.kind() == FieldKind.REFERENCE && field.isStored())
        .filter(field -> types.target(field).equals(type))
        .orElse(null);
  }

  /// A roll-up of roll-ups could lead back to itself.
  private static @Nullable RecordField value(ObjectType from, RollUp rollUp) {
    return from.field(String.valueOf(rollUp.field()))
        .filter(RecordField::isStored)
        .filter(field -> !(field.readOnly() && from.customization().fields().contains(field)))
        .orElse(null);
  }

  private static boolean isPossible(RollUp.Function function, FieldKind kind) {
    return switch (function) {
      case SUM -> SUMMABLE.contains(kind);
      case MIN, MAX -> COMPARABLE.contains(kind);
      case LAST -> COMPARABLE.contains(kind) || kind.isText() || kind == FieldKind.YES_NO;
      case COUNT -> true;
    };
  }

  private static @Nullable Integer decimals(RecordField value) {
    return value.kind() == FieldKind.NUMBER ? value.column().getDataType().scale() : null;
  }
}
