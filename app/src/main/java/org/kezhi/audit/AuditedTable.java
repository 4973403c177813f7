package org.kezhi.audit;

import static org.kezhi.db.Tables.API_TOKEN;
import static org.kezhi.db.Tables.ATTACHMENT;
import static org.kezhi.db.Tables.CUSTOM_CHOICE;
import static org.kezhi.db.Tables.CUSTOM_FIELD;
import static org.kezhi.db.Tables.CUSTOM_OBJECT;
import static org.kezhi.db.Tables.ENTRY_COMMENT;
import static org.kezhi.db.Tables.LIST_VIEW;
import static org.kezhi.db.Tables.RECORD_LAYOUT;
import static org.kezhi.db.Tables.RENAMED_LABEL;
import static org.kezhi.db.Tables.ROLE_FIELD;
import static org.kezhi.db.Tables.ROLE_OBJECT;
import static org.kezhi.db.Tables.ROLE_PERMISSION;
import static org.kezhi.db.Tables.SETTING;
import static org.kezhi.db.Tables.USER_ROLE;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Named;
import org.jooq.Table;
import org.kezhi.record.Customization;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordField;

/// A table whose changes are written down, and how.
///
/// @param record the SQL expression of the id of the record that a row belongs to
/// @param columns those whose values are kept
/// @param isPart whether its rows are part of a record, such as the rights of a role
record AuditedTable(
    Table<?> table, String object, RecordId record, List<Field<?>> columns, boolean isPart) {

  /// Columns of which only the fact is kept that they changed.
  static final Set<String> SECRET = Set.of("password_hash", "secret_hash");

  private static final String[] STAMPS = {
    "version", "created_at", "created_by", "updated_at", "updated_by"
  };

  private static final Set<String> NOT_KEPT =
      Set.of(
          "id",
          "version",
          "created_at",
          "created_by",
          "updated_at",
          "updated_by",
          "deleted_at",
          "deleted_by");

  /// Where the id of the record stands; a key that is no id is turned into one.
  record RecordId(Field<?> column, boolean isText) {}

  /// The table of a kind of record with what has been or is just being added to it. What the
  /// program computes itself is no change worth keeping.
  static AuditedTable of(ObjectType type, Customization added) {
    var computed =
        type.fields().stream()
            .filter(field -> field.readOnly() && field.isStored())
            .map(field -> field.column().getName())
            .toList();
    var built =
        Arrays.stream(type.table().fields())
            .filter(column -> !NOT_KEPT.contains(column.getName()))
            .filter(column -> !computed.contains(column.getName()));
    Stream<Field<?>> own =
        added.fields().stream()
            .filter(field -> field.isStored() && !field.readOnly())
            .map(RecordField::column);
    var columns = Stream.concat(built, own).toList();
    return new AuditedTable(type.table(), type.name(), id(type.table(), "id"), columns, false);
  }

  /// The tables of rights, settings, views and custom fields, whose changes belong to a user, a
  /// role, the company, a view or a field.
  static List<AuditedTable> parts() {
    return List.of(
        part(USER_ROLE, "user", "user_id"),
        part(API_TOKEN, "user", "user_id", "secret_hash", "created_at", "last_used_at"),
        part(ROLE_OBJECT, "role", "role_id"),
        part(ROLE_FIELD, "role", "role_id"),
        part(ROLE_PERMISSION, "role", "role_id"),
        part(CUSTOM_OBJECT, "customObject", "id", STAMPS),
        part(CUSTOM_FIELD, "customField", "id", STAMPS),
        part(CUSTOM_CHOICE, "customField", "field_id"),
        part(RENAMED_LABEL, "renamedLabel", "id", STAMPS),
        part(LIST_VIEW, "listView", "id", STAMPS),
        part(RECORD_LAYOUT, "recordLayout", "id", STAMPS),
        part(ATTACHMENT, "attachment", "id", STAMPS),
        part(ENTRY_COMMENT, "comment", "id", "created_at", "created_by", "edited_at"),
        new AuditedTable(
            SETTING,
            "setting",
            new RecordId(SETTING.KEY, true),
            List.of(SETTING.KEY, SETTING.VALUE),
            true));
  }

  private static AuditedTable part(Table<?> table, String object, String id, String... notKept) {
    var left = Stream.concat(Stream.of(id), Arrays.stream(notKept)).toList();
    var columns =
        Arrays.stream(table.fields()).filter(column -> !left.contains(column.getName())).toList();
    return new AuditedTable(table, object, id(table, id), List.copyOf(columns), true);
  }

  private static RecordId id(Table<?> table, String column) {
    return new RecordId(
        Arrays.stream(table.fields())
            .filter(f -> f.getName().equals(column))
            .findFirst()
            .orElseThrow(),
        false);
  }

  /// The columns by which an old row finds its new one.
  List<String> key() {
    var key = table.getPrimaryKey();
    if (key == null) {
      throw new IllegalStateException(table + " has no key");
    }
    return key.getFields().stream().map(Named::getName).toList();
  }
}
