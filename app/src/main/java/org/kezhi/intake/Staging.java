package org.kezhi.intake;

import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// The staging table of one batch: a temporary table with a row for each good line.
///
/// @param fields the mapped fields, each with a column of its own
public record Staging(List<ImportField> fields) {

  static final Table<?> TABLE = DSL.table(DSL.name("import_line"));
  static final Field<Long> LINE = column("line", SQLDataType.BIGINT);
  static final Field<UUID> ID = column("id", SQLDataType.UUID);

  /// The record that the line is about, if it is there already.
  static final Field<UUID> MATCH = column("match_id", SQLDataType.UUID);

  /// What is to be done with the line: `create`, `update`, `skip`, or `merged` into an earlier one.
  static final Field<String> OUTCOME = column("outcome", SQLDataType.CLOB);

  static final Field<String> FAULT = column("fault", SQLDataType.CLOB);
  static final Field<String> FAULT_FIELD = column("fault_field", SQLDataType.CLOB);

  static final List<Field<?>> OWN = List.of(LINE, ID, MATCH, OUTCOME, FAULT, FAULT_FIELD);

  boolean has(String field) {
    return fields.stream().anyMatch(each -> each.name().equals(field));
  }

  /// The column of a mapped field, as it came from the file.
  Field<?> value(String field) {
    for (var i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(field)) {
        return value(i);
      }
    }
    throw new IllegalArgumentException(field + " is not mapped");
  }

  Field<?> value(int index) {
    return column("v" + index, fields.get(index).stagedAs());
  }

  /// The column of a mapped field with a type that is known; an empty value where it is not mapped.
  <T> Field<T> value(String field, DataType<T> type) {
    return has(field) ? DSL.field(value(field).getQualifiedName(), type) : DSL.castNull(type);
  }

  /// The record that a mapped key names.
  Field<UUID> reference(String field) {
    return column("r" + value(field).getName().substring(1), SQLDataType.UUID);
  }

  /// The records that a mapped field with several keys names.
  Field<UUID[]> references(String field) {
    return column(reference(field).getName(), SQLDataType.UUID.array());
  }

  /// What the keys of a mapped field have become.
  Field<?> found(ImportField field) {
    return field.rule().kind().isMany() ? references(field.name()) : reference(field.name());
  }

  /// Lines without a fault so far.
  static Condition isGood() {
    return FAULT.isNull();
  }

  private static <T> Field<T> column(String name, DataType<T> type) {
    return DSL.field(DSL.name("import_line", name), type);
  }
}
