package org.kezhi.record;

import static org.kezhi.db.Tables.APP_USER;

import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// The columns that every table of records has, on whatever alias a statement uses.
public final class StandardColumns {

  static final Table<?> USERS = APP_USER;
  static final Set<String> HIDDEN = Set.of("id", "version", "deleted_at", "deleted_by");
  static final Set<String> ALL = Set.of("created_at", "created_by", "updated_at", "updated_by");

  private StandardColumns() {}

  public static Field<UUID> id(Table<?> table) {
    return DSL.field(table.getQualifiedName().append("id"), SQLDataType.UUID);
  }

  public static Field<Long> version(Table<?> table) {
    return DSL.field(table.getQualifiedName().append("version"), SQLDataType.BIGINT);
  }

  public static Field<OffsetDateTime> deletedAt(Table<?> table) {
    return instant(table, "deleted_at");
  }

  public static Field<UUID> deletedBy(Table<?> table) {
    return DSL.field(table.getQualifiedName().append("deleted_by"), SQLDataType.UUID);
  }

  public static Field<OffsetDateTime> updatedAt(Table<?> table) {
    return instant(table, "updated_at");
  }

  public static Field<UUID> updatedBy(Table<?> table) {
    return DSL.field(table.getQualifiedName().append("updated_by"), SQLDataType.UUID);
  }

  public static Field<UUID> createdBy(Table<?> table) {
    return DSL.field(table.getQualifiedName().append("created_by"), SQLDataType.UUID);
  }

  static boolean isActor(Field<?> column) {
    return "created_by".equals(column.getName()) || "updated_by".equals(column.getName());
  }

  private static Field<OffsetDateTime> instant(Table<?> table, String column) {
    return DSL.field(table.getQualifiedName().append(column), SQLDataType.TIMESTAMPWITHTIMEZONE(6));
  }
}
