package org.kezhi.record;

import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// One field of a kind of record, as the engine's parts and the screens see it.
///
/// @param name what the API calls it; dotted for the fields of an extension
/// @param column the column that holds it
/// @param target the table that a reference points to
/// @param money in what an amount is; none means the base currency
/// @param extension whose table holds the column, where it is not the object's own
/// @param formula what computes the field when it is read; the column is then only its name and
///   type
public record RecordField(
    String name,
    FieldKind kind,
    Field<?> column,
    boolean required,
    boolean readOnly,
    int maxLength,
    List<Option> options,
    @Nullable Table<?> target,
    @Nullable MoneyUnit money,
    @Nullable Extension extension,
    @Nullable Formula formula) {

  /// The column or the formula on the alias under which a statement uses the table.
  public Field<?> on(Table<?> alias, Seen seen) {
    return formula == null ? on(alias) : formula.on(alias, seen);
  }

  /// The column of a stored field on the alias under which a statement uses the table. Generated
  /// tables do not know the columns that were added at run time.
  public Field<?> on(Table<?> alias) {
    var generated = alias.field(column.getUnqualifiedName());
    return generated != null
        ? generated
        : DSL.field(
            alias.getQualifiedName().append(column.getUnqualifiedName()), column.getDataType());
  }

  /// The values that a choice has, those included that can no longer be chosen.
  public List<String> choices() {
    return options.stream().map(Option::value).toList();
  }

  /// The choice that a value stands for.
  public Optional<Option> option(Object value) {
    return options.stream().filter(option -> option.value().equals(value)).findFirst();
  }

  /// Whether the object's own table keeps its values.
  public boolean isStored() {
    return extension == null && formula == null;
  }

  public Table<?> references() {
    if (target == null) {
      throw new IllegalStateException(name + " is not a reference");
    }
    return target;
  }

  /// The part of the name after the extension's prefix.
  public String ownName() {
    return name.substring(name.indexOf('.') + 1);
  }

  /// Whether an empty value can stand in the column.
  public boolean isNullable() {
    return column.getDataType().nullable();
  }

  /// One value of a choice.
  ///
  /// @param color the tone in which screens show it, where somebody has given it one
  /// @param retired whether it stays where it stands but can no longer be chosen
  public record Option(String value, @Nullable String color, boolean retired) {

    static List<Option> of(List<String> values) {
      return values.stream().map(value -> new Option(value, null, false)).toList();
    }
  }
}
