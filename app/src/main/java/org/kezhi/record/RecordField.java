package org.kezhi.record;

import java.util.List;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/// One field of a kind of record, as the engine's parts and the screens see it.
///
/// @param name what the API calls it; dotted for the fields of an extension
/// @param column the column that holds it
/// @param target the table that a reference points to
/// @param currency the column with the currency of an amount; none means the base currency
/// @param extension whose table holds the column, where it is not the object's own
public record RecordField(
    String name,
    FieldKind kind,
    Field<?> column,
    boolean required,
    boolean readOnly,
    int maxLength,
    List<String> choices,
    @Nullable Table<?> target,
    @Nullable Field<String> currency,
    @Nullable Extension extension) {

  /// The column on the alias under which a statement uses the table.
  public Field<?> on(Table<?> alias) {
    var field = alias.field(column.getUnqualifiedName());
    if (field == null) {
      throw new IllegalArgumentException(alias + " has no column " + column);
    }
    return field;
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
}
