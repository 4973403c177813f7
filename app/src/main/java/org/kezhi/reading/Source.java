package org.kezhi.reading;

import static org.jooq.impl.DSL.name;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableLike;
import org.kezhi.record.Extension;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordField;
import org.kezhi.record.StandardColumns;

/// The table of a kind of record in one statement, with the extensions that the statement uses.
final class Source {

  private final ObjectType type;
  private final Table<?> main;
  private final String alias;
  private final Map<Extension, Table<?>> extensions = new LinkedHashMap<>();

  Source(ObjectType type, String alias) {
    this.type = type;
    this.alias = alias;
    this.main = type.table().as(name(alias));
  }

  ObjectType type() {
    return type;
  }

  Table<?> main() {
    return main;
  }

  Field<UUID> id() {
    return StandardColumns.id(main);
  }

  Field<?> column(RecordField field) {
    var extension = field.extension();
    return field.on(extension == null ? main : joined(extension));
  }

  /// The id as the table of a field has it, so that both come out of one index.
  Field<UUID> idBeside(RecordField field) {
    var extension = field.extension();
    return extension == null ? id() : key(extension);
  }

  /// The table with every extension of which a column has been asked for.
  Table<?> from() {
    Table<?> from = main;
    for (var extension : extensions.entrySet()) {
      from = from.join((TableLike<?>) extension.getValue()).on(key(extension.getKey()).eq(id()));
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
        extension, added -> added.table().as(name(alias + "_" + added.prefix())));
  }
}
