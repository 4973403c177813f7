package org.kezhi.formula;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.select;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.kezhi.record.Extension;
import org.kezhi.record.FieldKind;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordField;
import org.kezhi.record.StandardColumns;

/// Says fields over the row of a statement; those of other tables as subqueries by their key.
final class Fields {

  /// What stands in an extension's choice that has none.
  private static final String NONE = "none";

  private Fields() {}

  static Sql own(RecordField field) {
    var extension = field.extension();
    return extension == null
        ? row -> plain(field, field.on(row.alias(), row.seen()))
        : row -> extended(field, extension, row);
  }

  /// A field of the record to which a reference points, if that record may be read.
  static Sql beyond(RecordField reference, ObjectType target, RecordField field) {
    return row -> {
      var other = row.beside(target.table(), "_f");
      return field(
          select(own(field).on(row.over(other)))
              .from(other)
              .where(found(row, target, other, reference.on(row.alias()).coerce(UUID.class))));
    };
  }

  /// What a choice can be; an extension says with a value of its own that there is none.
  static List<String> choices(RecordField field) {
    return field.extension() == null
        ? field.choices()
        : field.choices().stream().filter(value -> !value.equals(NONE)).toList();
  }

  static Field<String> title(Row row, ObjectType target, Field<UUID> id) {
    var other = row.beside(target.table(), "_n");
    return field(
        select(target.titleField().on(other).coerce(SQLDataType.CLOB))
            .from(other)
            .where(found(row, target, other, id)));
  }

  private static Condition found(Row row, ObjectType target, Table<?> other, Field<UUID> id) {
    var kept =
        other.field("deleted_at") == null
            ? noCondition()
            : StandardColumns.deletedAt(other).isNull();
    return StandardColumns.id(other).eq(id).and(kept).and(row.maySee(target, other));
  }

  private static Field<?> extended(RecordField field, Extension extension, Row row) {
    var table = row.beside(extension.table(), "_e");
    var key = table.field(extension.key().getUnqualifiedName());
    if (key == null) {
      throw new IllegalStateException("No key in " + extension.table());
    }
    return field(
        select(plain(field, field.on(table)))
            .from(table)
            .where(key.coerce(UUID.class).eq(StandardColumns.id(row.alias()))));
  }

  private static Field<?> plain(RecordField field, Field<?> column) {
    if (field.kind().isNumeric() && column.getType() != BigDecimal.class) {
      return Numbers.of(column);
    } else if (field.kind() == FieldKind.CHOICE && field.extension() != null) {
      return nullif(column.coerce(SQLDataType.CLOB), inline(NONE));
    }
    return column;
  }
}
