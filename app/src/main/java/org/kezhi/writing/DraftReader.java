package org.kezhi.writing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.FieldAccess;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.platform.FieldError;
import org.kezhi.platform.Settings;
import org.kezhi.record.FieldKind;
import org.kezhi.record.FieldValues;
import org.kezhi.record.MoneyUnit;
import org.kezhi.record.RecordField;
import org.springframework.stereotype.Component;

/// Reads what somebody wants to write into a draft, and notes everything that is wrong with it.
@Component
class DraftReader {

  private final Policy policy;
  private final DraftReferences references;
  private final Settings settings;

  DraftReader(Policy policy, DraftReferences references, Settings settings) {
    this.policy = policy;
    this.references = references;
    this.settings = settings;
  }

  void read(Viewer viewer, Draft draft, Map<String, @Nullable Object> json) {
    read(viewer, draft, json, references.of(viewer));
  }

  /// @param reach where references may point to
  void read(Viewer viewer, Draft draft, Map<String, @Nullable Object> json, Reach reach) {
    json.forEach((name, value) -> {
      var field = policy.visibleField(viewer, draft.type(), name).orElse(null);
      if (field == null) {
        draft.reject(FieldError.of(name, "unknownField"));
      } else if (policy.access(viewer, draft.type(), field) != FieldAccess.WRITABLE) {
        draft.reject(FieldError.of(name, "readOnly"));
      } else {
        take(draft, field, value, reach);
      }
    });
    currencies(draft, json);
  }

  /// Fills what a new record gets by itself, and notes what is still missing.
  void complete(Viewer viewer, Draft draft) {
    var type = draft.type();
    type.owner().ifPresent(owner -> fill(draft, owner, viewer.id()));
    type.unit().ifPresent(unit -> fill(draft, unit, viewer.unit()));
    type.currency().ifPresent(currency -> fill(draft, currency, settings.baseCurrency()));
  }

  void requireAll(Draft draft) {
    for (var field : draft.type().fields()) {
      var isFilled = field.column().getDataType().defaulted();
      if (field.required()
          && !isFilled
          && !draft.changes(field.column())
          && !draft.isRejected(field.name())) {
        draft.reject(FieldError.of(field.name(), "required"));
      }
    }
  }

  private static void take(Draft draft, RecordField field, @Nullable Object value, Reach reach) {
    try {
      var read = FieldValues.read(field, value);
      if (read == null && field.required()) {
        draft.reject(FieldError.of(field.name(), "required"));
      } else if (read == null && !field.isNullable()) {
        leaveToDefault(draft, field);
      } else if (read != null && isRetired(field, read)) {
        draft.reject(FieldError.of(field.name(), "retiredChoice"));
      } else if (field.kind().isReference() && read != null) {
        refer(draft, field, read, reach);
      } else {
        put(draft, field, read, reach);
      }
    } catch (FieldValues.NotAValue wrong) {
      draft.reject(FieldError.of(field.name(), wrong.code(), wrong.arguments()));
    }
  }

  /// A new record gets the column's default; an existing one must not lose its value.
  private static void leaveToDefault(Draft draft, RecordField field) {
    if (!draft.isNew()) {
      draft.reject(FieldError.of(field.name(), "required"));
    }
  }

  private static boolean isRetired(RecordField field, Object read) {
    var chosen = read instanceof Object[] several ? Stream.of(several) : Stream.of(read);
    return chosen.anyMatch(
        one -> field.option(one).filter(RecordField.Option::retired).isPresent());
  }

  /// References may only point to what the writer may choose, or where they point already; of
  /// several, those that the writer does not see stay.
  private static void refer(Draft draft, RecordField field, Object read, Reach reach) {
    var wanted = read instanceof UUID id ? List.of(id) : List.of((UUID[]) read);
    if (!reach.includes(draft, field, wanted)) {
      draft.reject(FieldError.of(field.name(), "notFound"));
    } else {
      put(draft, field, read, reach);
    }
  }

  private static void put(Draft draft, RecordField field, @Nullable Object read, Reach reach) {
    if (field.kind() == FieldKind.REFERENCES) {
      var wanted = read == null ? Stream.<UUID>empty() : Stream.of((UUID[]) read);
      var kept = reach.unseen(draft, field).stream();
      var all = Stream.concat(wanted, kept).distinct().toArray(UUID[]::new);
      draft.put(field.column(), all.length == 0 ? null : all);
    } else {
      draft.put(field.column(), read);
    }
  }

  /// An amount brings its currency along; two amounts of one record cannot differ in it.
  private void currencies(Draft draft, Map<String, @Nullable Object> json) {
    var seen = new HashMap<Field<String>, Object>();
    for (var field : draft.type().fields()) {
      var unit = field.money();
      if (unit != null
          && json.get(field.name()) instanceof Map<?, ?> money
          && money.get("currency") instanceof String currency) {
        var before = seen.putIfAbsent(unit.currency(), currency);
        if (!FieldValues.isCurrency(currency)) {
          draft.reject(FieldError.of(field.name(), "notACurrency"));
        } else if (!unit.isOwn()) {
          refuseOther(draft, field, unit, currency);
        } else if (before != null && !Objects.equals(before, currency)) {
          draft.reject(FieldError.of(field.name(), "mixedCurrencies"));
        } else {
          draft.put(unit.currency(), currency);
        }
      }
    }
  }

  /// Where another record says the currency, an amount comes in that one or is not meant.
  private void refuseOther(Draft draft, RecordField field, MoneyUnit unit, String currency) {
    if (!references.currency(draft, unit).equals(Optional.of(currency))) {
      draft.reject(FieldError.of(field.name(), "mixedCurrencies"));
    }
  }

  private static void fill(Draft draft, Field<?> column, @Nullable Object value) {
    if (!draft.changes(column) && value != null) {
      draft.put(column, value);
    }
  }
}
