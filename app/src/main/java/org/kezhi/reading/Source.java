package org.kezhi.reading;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.nullif;

import java.math.BigDecimal;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableLike;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kezhi.record.Aliases;
import org.kezhi.record.Extension;
import org.kezhi.record.FieldKind;
import org.kezhi.record.MoneyUnit;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordField;
import org.kezhi.record.Seen;
import org.kezhi.record.StandardColumns;

/// The table of a kind of record in one statement, with the extensions that the statement uses.
///
/// The table of an extension may hold copies of the record's own columns, under their own names. A
/// statement that is led by an extension compares those, and so reads one table until it knows
/// which rows it wants.
final class Source {

  private final ObjectType type;
  private final Table<?> main;
  private final String alias;
  private final Seen seen;
  private final Map<Extension, Table<?>> extensions = new IdentityHashMap<>(2);
  private final Map<Field<UUID>, Table<?>> givers = new LinkedHashMap<>(2);
  private @Nullable Table<?> leading;
  private boolean mainUsed;

  /// @param seen which records its formulas may look at
  Source(ObjectType type, String alias, Seen seen) {
    this(type, Aliases.of(type.table(), alias), seen);
  }

  /// @param main what stands in the statement for the table, with the same columns
  Source(ObjectType type, Table<?> main, Seen seen) {
    this.seen = seen;
    this.type = type;
    this.alias = main.getName();
    this.main = main;
  }

  /// Lets the extension of the first of these fields that has one lead the statement.
  void leadBy(Stream<RecordField> fields) {
    leading =
        fields
            .flatMap(f -> Stream.ofNullable(f.extension()))
            .findFirst()
            .map(this::joined)
            .orElse(null);
  }

  ObjectType type() {
    return type;
  }

  Table<?> main() {
    mainUsed = true;
    return main;
  }

  /// Where to look for who may see a row and whether it was deleted.
  Table<?> guarded() {
    var deletedAt = Stream.of(StandardColumns.deletedAt(main));
    var places = Stream.concat(type.owner().stream(), type.unit().stream());
    return leading != null
            && type.follows().isEmpty()
            && Stream.concat(deletedAt, places).allMatch(this::isCopied)
        ? leading
        : main();
  }

  Field<UUID> id() {
    return StandardColumns.id(main());
  }

  Field<?> column(RecordField field) {
    var extension = field.extension();
    return field.on(extension == null ? main() : joined(extension), seen);
  }

  /// The column by which a condition finds rows: a copy of it where the statement starts from one.
  Field<?> compared(RecordField field) {
    return leading != null && field.extension() == null && isCopied(field.column())
        ? field.on(leading, seen)
        : column(field);
  }

  private boolean isCopied(Field<?> column) {
    return leading != null && leading.field(column.getUnqualifiedName()) != null;
  }

  /// The column, and nothing where an extension says so in a word.
  Field<?> value(RecordField field) {
    var column = compared(field);
    return field.kind() == FieldKind.CHOICE && field.extension() != null
        ? nullif(column.coerce(String.class), inline("none"))
        : column;
  }

  /// The currency of an amount.
  Field<String> currency(MoneyUnit unit) {
    return on(giver(unit), unit.currency());
  }

  /// What an amount is multiplied by to be one in base currency, where that is known.
  Optional<Field<BigDecimal>> rate(MoneyUnit unit) {
    return Optional.ofNullable(unit.rate()).map(rate -> on(giver(unit), rate));
  }

  /// The table that says in what an amount is: the own one, or that of another record.
  private Table<?> giver(MoneyUnit unit) {
    var through = unit.through();
    return through == null
        ? main()
        : givers.computeIfAbsent(
            on(main(), through),
            reference -> Aliases.of(unit.table(), alias + "_" + reference.getName()));
  }

  private static <T> Field<T> on(Table<?> table, Field<T> column) {
    return DSL.field(
        table.getQualifiedName().append(column.getUnqualifiedName()), column.getDataType());
  }

  /// The id as the table of a field has it, so that both come out of one index.
  Field<UUID> idBeside(RecordField field) {
    var extension = field.extension();
    return extension == null ? id() : key(extension);
  }

  /// The table with every extension of which a column has been asked for, or that of the leading
  /// extension alone where it is enough.
  Table<?> from() {
    if (leading != null && !mainUsed && extensions.size() == 1) {
      return leading;
    }
    Table<?> from = main();
    for (var extension : extensions.entrySet()) {
      from = from.join((TableLike<?>) extension.getValue()).on(key(extension.getKey()).eq(id()));
    }
    for (var giver : givers.entrySet()) {
      var other = giver.getValue();
      from = from.leftJoin((TableLike<?>) other).on(StandardColumns.id(other).eq(giver.getKey()));
    }
    return from;
  }

  private Field<UUID> key(Extension extension) {
    var key = joined(extension).field(extension.key());
    if (key == null) {
      throw new IllegalStateException("No key in " + extension.table());
    }
    return key;
  }

  private Table<?> joined(Extension extension) {
    return extensions.computeIfAbsent(
        extension, added -> Aliases.of(added.table(), alias + "_" + added.prefix()));
  }
}
