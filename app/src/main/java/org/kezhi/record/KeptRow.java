package org.kezhi.record;

import java.util.Map;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// A row that is kept as JSON, column by column, and stands beside the rows of its table in a
/// statement.
///
/// @param json what was kept, in the same statement
/// @param alias under which the statement uses it
public record KeptRow(Table<?> table, Field<JSONB> json, String alias) {

  /// An empty row of a table; its columns are those that the table has just now.
  public static Field<?> none(Table<?> table) {
    return DSL.field("null::{0}", Object.class, table.getUnqualifiedName());
  }

  /// What a row is kept as: some of its columns with their values.
  public static Field<JSONB> of(Map<Field<?>, Field<?>> values) {
    var parts =
        values.entrySet().stream()
            .map(value ->
                DSL.sql("{0}, {1}", DSL.inline(value.getKey().getName()), value.getValue()))
            .toList();
    return DSL.field("jsonb_build_object({0})", JSONB.class, DSL.list(parts));
  }

  public Table<?> asTable() {
    return DSL.table("jsonb_populate_record({0}, {1}) as {2}", none(table), json, DSL.name(alias));
  }

  /// The value that was kept; nothing where the column was not.
  public <T> Field<T> value(Field<T> column) {
    return DSL.field(DSL.name(alias, column.getName()), column.getDataType());
  }
}
