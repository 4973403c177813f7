package org.kezhi.check;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.util.ArrayList;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kezhi.platform.Invariant;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordField;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// No record follows one that is gone or lies in the recycle bin.
@Repository
class References implements Invariant {

  private final DSLContext db;
  private final ObjectTypes types;

  References(DSLContext db, ObjectTypes types) {
    this.db = db;
    this.types = types;
  }

  @Override
  public String name() {
    return "references";
  }

  @Override
  @Transactional(readOnly = true)
  public Finding check() {
    var checked = 0L;
    var broken = 0L;
    var examples = new ArrayList<String>();
    for (var type : types.all()) {
      for (var field : type.fields()) {
        if (type.follows().contains(field.column())) {
          var found = check(type, field);
          checked += found.checked();
          broken += found.broken();
          examples.addAll(found.examples());
        }
      }
    }
    return new Finding(checked, broken, examples.stream().limit(MOST_EXAMPLES).toList());
  }

  private Finding check(ObjectType type, RecordField field) {
    var from = type.table().as("t");
    var to = types.target(field).table().as("r");
    var reference = DSL.field(DSL.name("t", field.column().getName()), SQLDataType.UUID);
    var id = StandardColumns.id(from);
    var dangling =
        notExists(
            selectOne()
                .from(to)
                .where(StandardColumns.id(to).eq(reference))
                .and(StandardColumns.deletedAt(to).isNull()));
    Field<UUID[]> some =
        DSL.field(
            "(array_agg({0}) filter (where {1}))[1:{2}]",
            SQLDataType.UUID.array(), id, dangling, DSL.inline(MOST_EXAMPLES));
    return db.select(count(), count().filterWhere(dangling), some)
        .from(from)
        .where(reference.isNotNull())
        .and(StandardColumns.deletedAt(from).isNull())
        .fetchSingle(row -> {
          var examples = new ArrayList<String>();
          if (row.value3() != null) {
            for (var record : row.value3()) {
              examples.add(type.name() + " " + record + " " + field.name());
            }
          }
          return new Finding(row.value1(), row.value2(), examples);
        });
  }
}
