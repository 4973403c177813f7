package org.kezhi.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.FieldAccess;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.merge.Contenders.Rows;
import org.kezhi.platform.FieldError;
import org.kezhi.record.FieldKind;
import org.kezhi.record.MoneyUnit;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordField;
import org.kezhi.record.RecordProblem;
import org.springframework.stereotype.Component;

/// Decides which record each field takes its value from: the one that somebody has chosen, else the
/// first that has a value, the record that stays before the others.
@Component
class FieldChoices {

  private final Policy policy;
  private final ObjectTypes types;
  private final Ancestors ancestors;

  FieldChoices(Policy policy, ObjectTypes types, Ancestors ancestors) {
    this.policy = policy;
    this.types = types;
    this.ancestors = ancestors;
  }

  /// What a field takes its value from.
  ///
  /// @param leader the field that is chosen for this one too
  /// @param chosen none where the field stays empty
  record Choice(
      RecordField field, @Nullable RecordField leader, @Nullable UUID chosen, boolean differs) {}

  List<Choice> choose(Viewer viewer, Rows rows, Map<String, UUID> wanted) {
    refuse(viewer, rows, wanted);
    var choices = new ArrayList<Choice>();
    for (var field : fields(rows.type())) {
      var leader = leader(rows.type(), field).orElse(null);
      var chosen = leader == null ? null : wanted.get(leader.name());
      if (chosen == null) {
        chosen = wanted.get(field.name());
      }
      choices.add(
          new Choice(
              field,
              leader,
              chosen == null ? standard(rows, field, leader) : usable(rows, field, chosen),
              differs(rows, field)));
    }
    return choices;
  }

  /// The fields whose values are kept with the record itself and written by people.
  static List<RecordField> fields(ObjectType type) {
    return type.fields().stream().filter(field -> field.isStored() && !field.readOnly()).toList();
  }

  /// The values by column that the record that stays does not have yet.
  static Map<Field<?>, @Nullable Object> changes(Rows rows, List<Choice> choices) {
    var changes = new LinkedHashMap<Field<?>, @Nullable Object>();
    for (var choice : choices) {
      var column = choice.field.column();
      var value = choice.chosen == null ? null : rows.value(choice.chosen, column.getName());
      if (!Objects.deepEquals(value, rows.value(rows.survivor(), column.getName()))) {
        changes.put(column, value);
      }
    }
    return changes;
  }

  private void refuse(Viewer viewer, Rows rows, Map<String, UUID> wanted) {
    var errors = new ArrayList<FieldError>();
    wanted.forEach((name, id) -> {
      var field = policy.visibleField(viewer, rows.type(), name).orElse(null);
      if (field == null) {
        errors.add(FieldError.of(name, "unknownField"));
      } else if (policy.access(viewer, rows.type(), field) != FieldAccess.WRITABLE) {
        errors.add(FieldError.of(name, "readOnly"));
      } else if (!rows.ids().contains(id)) {
        errors.add(FieldError.of(name, "notAReference"));
      } else if (field.required() && !isUsable(rows, field, id)) {
        errors.add(FieldError.of(name, "required"));
      }
    });
    if (!errors.isEmpty()) {
      throw RecordProblem.INVALID_RECORD.in(errors);
    }
  }

  /// An amount goes with its currency.
  private static Optional<RecordField> leader(ObjectType type, RecordField field) {
    return Optional.ofNullable(field.money())
        .filter(MoneyUnit::isOwn)
        .flatMap(unit ->
            type.fields().stream()
                .filter(other -> other.column().equals(unit.currency()))
                .findFirst());
  }

  private @Nullable UUID standard(Rows rows, RecordField field, @Nullable RecordField leader) {
    var deciding = leader == null ? List.of(field) : amounts(rows.type(), leader);
    var isCurrency = leader == null ? amounts(rows.type(), field) : List.<RecordField>of();
    var asked = isCurrency.isEmpty() ? deciding : isCurrency;
    var first =
        rows.ids().stream()
            .filter(id -> asked.stream().anyMatch(one -> isUsable(rows, one, id)))
            .findFirst()
            .orElse(null);
    return first == null && !isCurrency.isEmpty() ? rows.survivor() : first;
  }

  private static List<RecordField> amounts(ObjectType type, RecordField currency) {
    return fields(type).stream()
        .filter(
            field -> field.money() != null && currency.column().equals(field.money().currency()))
        .toList();
  }

  private @Nullable UUID usable(Rows rows, RecordField field, UUID id) {
    return isUsable(rows, field, id) ? id : null;
  }

  /// Nothing refers to itself once the records are one, and nothing stands above itself.
  private boolean isUsable(Rows rows, RecordField field, UUID id) {
    var value = rows.value(id, field.column().getName());
    if (value == null) {
      return false;
    } else if (field.kind() != FieldKind.REFERENCE || !types.target(field).equals(rows.type())) {
      return true;
    }
    var isHierarchy = rows.type().hierarchy().filter(field.column()::equals).isPresent();
    return value instanceof UUID other
        && !rows.ids().contains(other)
        && !(isHierarchy && ancestors.includeAny(rows.type(), other, rows.ids()));
  }

  private static boolean differs(Rows rows, RecordField field) {
    return rows.ids().stream()
            .map(id -> rows.value(id, field.column().getName()))
            .map(value -> value instanceof Object[] several ? List.of(several) : value)
            .map(Optional::ofNullable)
            .distinct()
            .count()
        > 1;
  }
}
