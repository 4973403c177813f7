package org.kezhi.intake;

import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.kezhi.record.FieldKind;
import org.kezhi.record.RecordField;

/// A field that a column of a file can fill.
///
/// @param name what the mapping calls it
/// @param label the key of its label
/// @param rule the record's field whose checks hold for it
/// @param isKey whether the cells name another record by its code or title
/// @param required whether every line must have it
public record ImportField(
    String name, String label, RecordField rule, boolean isKey, boolean required) {

  public static ImportField of(String object, RecordField field) {
    return new ImportField(
        field.name(),
        "field." + object + "." + field.name(),
        field,
        field.kind().isReference(),
        field.required());
  }

  /// How its values lie in the staging table.
  DataType<?> stagedAs() {
    if (!isKey) {
      return withoutRules(rule.column());
    }
    return rule.kind().isMany() ? SQLDataType.CLOB.array() : SQLDataType.CLOB;
  }

  /// The same kind of text field, for the check of a key's characters and length.
  RecordField keyRule() {
    var text = FieldKind.TEXT;
    return new RecordField(
        name,
        text,
        rule.column(),
        false,
        false,
        text.maxLength(),
        rule.options(),
        null,
        null,
        null,
        null);
  }

  private static <T> DataType<T> withoutRules(Field<T> column) {
    return column.getDataType().nullable(true).default_((Field<T>) null);
  }
}
