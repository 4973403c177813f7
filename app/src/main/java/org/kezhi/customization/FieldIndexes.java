package org.kezhi.customization;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jooq.DSLContext;
import org.jooq.SQL;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.kezhi.record.FieldKind;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordField;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// Gives custom fields the indexes that filters and sorts need, beside everybody's work.
@Component
class FieldIndexes {

  private final DSLContext owner;
  private final ObjectTypes types;

  FieldIndexes(@Qualifier("owner") DSLContext owner, ObjectTypes types) {
    this.owner = owner;
    this.types = types;
  }

  boolean areComplete() {
    return missing().isEmpty();
  }

  /// Makes what is missing and tells how many it was. An index that an earlier attempt left
  /// half-made is made anew.
  ///
  /// @param progress is told before each index how many are made
  int complete(LongConsumer progress) {
    var made = 0;
    for (var missing = missing(); !missing.isEmpty(); missing = missing()) {
      for (var index : missing.entrySet()) {
        progress.accept(made);
        made += make(index.getKey(), index.getValue());
      }
    }
    return made;
  }

  /// Whoever changes the table at the same moment goes first.
  private int make(String name, SQL creation) {
    try {
      owner.execute("drop index concurrently if exists {0}", DSL.name(name));
      owner.execute(creation);
      return 1;
    } catch (DataAccessException clash) {
      if (CustomSchema.BUSY.contains(clash.sqlState())) {
        return 0;
      }
      throw clash;
    }
  }

  private Map<String, SQL> missing() {
    var wanted = new LinkedHashMap<String, SQL>();
    for (var type : types.all()) {
      for (var field : type.customization().fields()) {
        if (field.isStored() && field.kind() != FieldKind.LONG_TEXT) {
          add(wanted, type, field);
        }
      }
    }
    owner
        .fetch(
            """
            select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid
            where i.indisvalid and c.relname = any ({0})
            """,
            DSL.val(wanted.keySet().toArray(String[]::new)))
        .getValues(0, String.class)
        .forEach(wanted::remove);
    return wanted;
  }

  /// Both directions where people look for the largest: lists put empty values last in both.
  private static void add(Map<String, SQL> wanted, ObjectType type, RecordField field) {
    var index = CustomSchema.constraint(type.table(), field, "idx").last();
    if (field.kind().isMany()) {
      wanted.put(index, create(index, "using gin ({2})", type, field));
      return;
    }
    wanted.put(index, create(index, "({2}, id)", type, field));
    if (field.kind().isNumeric()
        || field.kind() == FieldKind.DATE
        || field.kind() == FieldKind.INSTANT) {
      var down = index + "_desc";
      wanted.put(down, create(down, "({2} desc nulls last, id desc)", type, field));
    }
  }

  private static SQL create(String index, String columns, ObjectType type, RecordField field) {
    return DSL.sql(
        "create index concurrently {0} on {1} " + columns,
        DSL.name(index),
        type.table(),
        field.column().getUnqualifiedName());
  }
}
