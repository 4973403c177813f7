package org.kezhi.record;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/// Builds the list of an object's fields from its table and from what the object type adds.
final class FieldList {

  private final Table<?> table;
  private final Map<Field<?>, FieldKind> kinds = new HashMap<>();
  private final Map<Field<?>, List<String>> choices = new HashMap<>();
  private final Map<Field<?>, MoneyUnit> units = new HashMap<>();
  private final Set<Field<?>> readOnly = new HashSet<>();
  private final Set<Field<?>> optional = new HashSet<>();
  private final Set<Field<?>> leftOut = new HashSet<>();
  private final List<Extension> extensions = new ArrayList<>();
  private final Map<Field<?>, Formula> derived = new LinkedHashMap<>();
  private List<RecordField> added = List.of();
  private volatile @Nullable Built built;

  FieldList(Table<?> table) {
    this.table = table;
  }

  void kind(Field<?> column, FieldKind kind) {
    kinds.put(column, kind);
  }

  void choices(Field<?> column, List<String> values) {
    choices.put(column, values);
  }

  void money(Field<?> column, MoneyUnit unit) {
    units.put(column, unit);
  }

  void readOnly(Field<?>... columns) {
    readOnly.addAll(Arrays.asList(columns));
  }

  /// The engine fills the column where a person leaves it empty.
  void optional(Field<?> column) {
    optional.add(column);
  }

  void leaveOut(Field<?>... columns) {
    leftOut.addAll(Arrays.asList(columns));
  }

  void derive(Field<?> field, Formula formula) {
    derived.put(field, formula);
  }

  void extend(Extension extension) {
    extensions.add(extension);
  }

  /// Replaces the fields that were added at run time.
  synchronized void added(List<RecordField> fields) {
    added = List.copyOf(fields);
    built = null;
  }

  List<Extension> extensions() {
    return List.copyOf(extensions);
  }

  List<RecordField> all() {
    return built().all;
  }

  Optional<RecordField> named(String name) {
    return Optional.ofNullable(built().byName.get(name));
  }

  RecordField of(Field<?> column) {
    var field = built().byColumn.get(column);
    if (field == null) {
      throw new IllegalArgumentException(column + " is no field of " + table.getName());
    }
    return field;
  }

  List<Match> matches(List<MatchColumn> columns, Customization customization) {
    var own = columns.stream().map(match -> new Match(match.kind(), of(match.column())));
    var further = added.stream().flatMap(field -> Match.of(field, customization).stream());
    return Stream.concat(own, further).toList();
  }

  /// A column by which duplicates are recognised.
  record MatchColumn(MatchKind kind, Field<?> column) {}

  private Built built() {
    var known = built;
    return known == null ? build() : known;
  }

  private synchronized Built build() {
    var fields = new ArrayList<RecordField>();
    addOwn(fields, false);
    derived.forEach((field, formula) -> fields.add(derived(field, formula)));
    fields.addAll(added);
    addOwn(fields, true);
    for (var extension : extensions) {
      for (var column : extension.columns()) {
        fields.add(extended(extension, column));
      }
    }
    var known = Built.of(fields);
    built = known;
    return known;
  }

  /// The columns that every record has come after those of its own.
  private void addOwn(List<RecordField> fields, boolean standard) {
    for (var column : table.fields()) {
      if (!leftOut.contains(column)
          && !StandardColumns.HIDDEN.contains(column.getName())
          && StandardColumns.ALL.contains(column.getName()) == standard) {
        fields.add(own(column));
      }
    }
  }

  private RecordField own(Field<?> column) {
    var target = StandardColumns.isActor(column) ? StandardColumns.USERS : target(column);
    var kind = kinds.getOrDefault(column, target == null ? kind(column) : FieldKind.REFERENCE);
    var name = camel(target == null ? column.getName() : column.getName().replaceFirst("_id$", ""));
    var type = column.getDataType();
    var fixed = readOnly.contains(column) || StandardColumns.ALL.contains(column.getName());
    return new RecordField(
        name,
        kind,
        column,
        !fixed && !type.nullable() && !type.defaulted() && !optional.contains(column),
        fixed,
        kind.maxLength(),
        RecordField.Option.of(choices.getOrDefault(column, List.of())),
        target,
        units.get(column),
        null,
        null);
  }

  private static RecordField derived(Field<?> field, Formula formula) {
    return new RecordField(
        camel(field.getName()),
        kind(field),
        field,
        false,
        true,
        0,
        List.of(),
        null,
        null,
        null,
        formula);
  }

  private RecordField extended(Extension extension, Field<?> column) {
    var values = extension.choices().getOrDefault(column, List.of());
    var kind =
        !values.isEmpty()
            ? FieldKind.CHOICE
            : extension.money().contains(column) ? FieldKind.MONEY : kind(column);
    var name = extension.prefix() + "." + camel(column.getName());
    return new RecordField(
        name,
        kind,
        column,
        false,
        true,
        kind.maxLength(),
        RecordField.Option.of(values),
        null,
        null,
        extension,
        null);
  }

  private @Nullable Table<?> target(Field<?> column) {
    for (var reference : table.getReferences()) {
      if (reference.getFields().size() == 1
          && reference.getFields().getFirst() instanceof TableField<?, ?> field
          && field.equals(column)) {
        return reference.getKey().getTable();
      }
    }
    return null;
  }

  private static FieldKind kind(Field<?> column) {
    var type = column.getType();
    if (type == Boolean.class) {
      return FieldKind.YES_NO;
    } else if (type == LocalDate.class) {
      return FieldKind.DATE;
    } else if (type == OffsetDateTime.class) {
      return FieldKind.INSTANT;
    } else if (Number.class.isAssignableFrom(type)) {
      return FieldKind.NUMBER;
    } else if (type == String.class) {
      return FieldKind.TEXT;
    } else if (type == UUID.class) {
      return FieldKind.REFERENCE;
    } else if (type == String[].class) {
      return FieldKind.CHOICES;
    }
    throw new IllegalArgumentException(column + " has a type without a field kind");
  }

  private static String camel(String snake) {
    var name = new StringBuilder();
    for (var part : snake.split("_", -1)) {
      name.append(
          name.isEmpty()
              ? part
              : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
    }
    return name.toString();
  }

  /// All fields, and how to find one.
  private record Built(
      List<RecordField> all, Map<String, RecordField> byName, Map<Field<?>, RecordField> byColumn) {

    static Built of(List<RecordField> fields) {
      var byName = new LinkedHashMap<String, RecordField>();
      var byColumn = new HashMap<Field<?>, RecordField>();
      for (var field : fields) {
        byName.put(field.name(), field);
        byColumn.put(field.column(), field);
      }
      return new Built(List.copyOf(fields), byName, byColumn);
    }
  }
}
