package org.kezhi.merge;

import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.kezhi.record.ObjectType;

/// A column of some table by which rows refer to records of a kind.
///
/// @param objectColumn what names the kind, where no foreign key does
/// @param keys the other columns of the table's primary key
/// @param uniques what must not be there twice
/// @param apart other columns that must not come to refer to the same record
/// @param from the kind of record that the rows are, if they are records
record Reference(
    String tableName,
    String columnName,
    @Nullable String objectColumn,
    List<KeyColumn> keys,
    List<Unique> uniques,
    List<String> apart,
    @Nullable ObjectType from) {

  /// A column and its SQL type.
  record KeyColumn(String name, String type) {

    Field<Object> column() {
      return DSL.field(DSL.name(name));
    }
  }

  /// A unique index that the column is part of.
  ///
  /// @param others its other columns or expressions, as SQL
  /// @param predicate for which rows it holds
  record Unique(List<String> others, @Nullable String predicate, boolean nullsEqual) {}

  Table<?> table() {
    return DSL.table(DSL.name("public", tableName));
  }

  Name column() {
    return DSL.name(columnName);
  }

  Field<UUID> target() {
    return DSL.field(column(), SQLDataType.UUID);
  }
}
