package org.kezhi.writing;

import static org.jooq.impl.DSL.any;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.FieldAccess;
import org.kezhi.access.Policy;
import org.kezhi.access.Use;
import org.kezhi.access.Viewer;
import org.kezhi.platform.FieldError;
import org.kezhi.platform.Settings;
import org.kezhi.record.FieldKind;
import org.kezhi.record.FieldValues;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordField;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Component;

/// Reads what somebody wants to write into a draft, and notes everything that is wrong with it.
@Component
class DraftReader {

  private final DSLContext db;
  private final Policy policy;
  private final ObjectTypes types;
  private final Settings settings;

  DraftReader(DSLContext db, Policy policy, ObjectTypes types, Settings settings) {
    this.db = db;
    this.policy = policy;
    this.types = types;
    this.settings = settings;
  }

  void read(Viewer viewer, Draft draft, Map<String, @Nullable Object> json) {
    json.forEach((name, value) -> read(viewer, draft, name, value));
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

  private void read(Viewer viewer, Draft draft, String name, @Nullable Object value) {
    var field = policy.visibleField(viewer, draft.type(), name).orElse(null);
    if (field == null) {
      draft.reject(FieldError.of(name, "unknownField"));
    } else if (policy.access(viewer, draft.type(), field) != FieldAccess.WRITABLE) {
      draft.reject(FieldError.of(name, "readOnly"));
    } else {
      put(viewer, draft, field, value);
    }
  }

  private void put(Viewer viewer, Draft draft, RecordField field, @Nullable Object value) {
    try {
      var read = FieldValues.read(field, value);
      if (read == null && field.required()) {
        draft.reject(FieldError.of(field.name(), "required"));
      } else if (read == null && !field.isNullable()) {
        leaveToDefault(draft, field);
      } else if (read != null && isRetired(field, read)) {
        draft.reject(FieldError.of(field.name(), "retiredChoice"));
      } else if (field.kind() == FieldKind.REFERENCES) {
        referSeveral(viewer, draft, field, read == null ? List.of() : List.of((UUID[]) read));
      } else if (field.kind() == FieldKind.REFERENCE && read instanceof UUID id) {
        refer(viewer, draft, field, id);
      } else {
        draft.put(field.column(), read);
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

  /// Several references may only point to what the writer may see; those that stay unseen are kept.
  private void referSeveral(Viewer viewer, Draft draft, RecordField field, List<UUID> wanted) {
    var target = types.target(field);
    var id = StandardColumns.id(target.table());
    var visible =
        StandardColumns.deletedAt(target.table())
            .isNull()
            .and(policy.rows(viewer, Use.READ, target, target.table()));
    var seen =
        db.select(id)
            .from(target.table())
            .where(id.eq(any(wanted.toArray(UUID[]::new))))
            .and(visible)
            .forKeyShare()
            .fetchSet(id);
    if (!seen.containsAll(wanted)) {
      draft.reject(FieldError.of(field.name(), "notFound"));
      return;
    }
    var kept = draft.isNew() ? List.<UUID>of() : unseen(draft, field, visible);
    var all = Stream.concat(wanted.stream(), kept.stream()).distinct().toArray(UUID[]::new);
    draft.put(field.column(), all.length == 0 ? null : all);
  }

  private List<UUID> unseen(Draft draft, RecordField field, Condition visible) {
    var own = draft.type().table();
    var target = types.target(field).table().as("there");
    var shown = types.target(field).table();
    return db.select(StandardColumns.id(target))
        .from(own)
        .join(target)
        .on(StandardColumns.id(target).eq(any(field.column().coerce(UUID[].class))))
        .where(StandardColumns.id(own).eq(draft.id()))
        .and(
            StandardColumns.id(target)
                .notIn(DSL.select(StandardColumns.id(shown)).from(shown).where(visible)))
        .orderBy(
            DSL.function(
                "array_position", Integer.class, field.column(), StandardColumns.id(target)))
        .fetch(StandardColumns.id(target));
  }

  /// A reference may only point to what the writer may see. Whoever merges the target with another
  /// is waited for.
  private void refer(Viewer viewer, Draft draft, RecordField field, UUID id) {
    var target = types.target(field);
    var table = target.table();
    var itself = id.equals(viewer.id()) && "user".equals(target.name());
    var there =
        itself
            || db.select(StandardColumns.id(table))
                .from(table)
                .where(StandardColumns.id(table).eq(id))
                .and(StandardColumns.deletedAt(table).isNull())
                .and(policy.rows(viewer, Use.READ, target, table))
                .forKeyShare()
                .fetchOptional()
                .isPresent();
    if (there) {
      draft.put(field.column(), id);
    } else {
      draft.reject(FieldError.of(field.name(), "notFound"));
    }
  }

  /// An amount brings its currency along; two amounts of one record cannot differ in it.
  private static void currencies(Draft draft, Map<String, @Nullable Object> json) {
    var seen = new HashMap<Field<String>, Object>();
    for (var field : draft.type().fields()) {
      if (field.currency() != null
          && json.get(field.name()) instanceof Map<?, ?> money
          && money.get("currency") instanceof String currency) {
        var before = seen.putIfAbsent(field.currency(), currency);
        if (!isCurrency(currency)) {
          draft.reject(FieldError.of(field.name(), "notACurrency"));
        } else if (before != null && !Objects.equals(before, currency)) {
          draft.reject(FieldError.of(field.name(), "mixedCurrencies"));
        } else {
          draft.put(field.currency(), currency);
        }
      }
    }
  }

  private static boolean isCurrency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(currency -> currency.getCurrencyCode().equals(code));
  }

  private static void fill(Draft draft, Field<?> column, @Nullable Object value) {
    if (!draft.changes(column) && value != null) {
      draft.put(column, value);
    }
  }
}
