package org.kezhi.intake;

import static org.kezhi.intake.Staging.FAULT;
import static org.kezhi.intake.Staging.TABLE;
import static org.kezhi.intake.StagingTable.unqualified;

import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kezhi.access.Policy;
import org.kezhi.access.Use;
import org.kezhi.record.ObjectType;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Repository;

/// Finds the records that the cells of a file name by code or title, among those that the viewer
/// may see.
@Repository
class NamedRecords {

  private static final Field<String> NAME = DSL.field(DSL.name("named", "key"), SQLDataType.CLOB);
  private static final Field<UUID> ID = DSL.field(DSL.name("named", "id"), SQLDataType.UUID);

  private final DSLContext db;
  private final Policy policy;
  private final MissingRecords missing;
  private final StagingTable lines;

  NamedRecords(DSLContext db, Policy policy, MissingRecords missing, StagingTable lines) {
    this.db = db;
    this.policy = policy;
    this.missing = missing;
    this.lines = lines;
  }

  /// Resolves one mapped field; makes what is missing if that was asked for.
  void resolve(Chunk chunk, String field, ObjectType target) {
    var key = chunk.staging().value(field, SQLDataType.CLOB);
    var reference = chunk.staging().reference(field);
    find(chunk, target, key, reference);
    if (chunk.settings().creates(target.name())) {
      var keys =
          db.selectDistinct(key).from(TABLE).where(isOpen(key, reference)).orderBy(key).fetch(key);
      missing.make(chunk, target, keys);
      find(chunk, target, key, reference);
    }
  }

  /// Marks the lines whose name was not found.
  void rejectUnknown(Chunk chunk, String field) {
    var key = chunk.staging().value(field, SQLDataType.CLOB);
    var reference = chunk.staging().reference(field);
    lines.refuse(key.isNotNull().and(reference.isNull()), field, "notFound");
  }

  private void find(Chunk chunk, ObjectType target, Field<String> key, Field<UUID> reference) {
    for (var name : RecordKeys.names(target)) {
      var open = DSL.select(key).from(TABLE).where(isOpen(key, reference));
      var named = named(chunk, target, name, name.in(open));
      db.update(TABLE)
          .set(unqualified(reference), ID)
          .from(named)
          .where(NAME.eq(key))
          .and(isOpen(key, reference))
          .execute();
    }
  }

  /// Records by a name that only one of them has.
  private Table<?> named(Chunk chunk, ObjectType target, Field<String> name, Condition wanted) {
    var table = target.table();
    var id = StandardColumns.id(table);
    var visible = policy.rows(chunk.viewer(), Use.READ, target, table);
    return DSL.select(name.as("key"), first(id).as("id"))
        .from(table)
        .where(wanted)
        .and(StandardColumns.deletedAt(table).isNull())
        .and("user".equals(target.name()) ? visible.or(id.eq(chunk.viewer().id())) : visible)
        .groupBy(name)
        .having(DSL.count().eq(DSL.inline(1)))
        .asTable("named");
  }

  static Field<UUID> first(Field<UUID> id) {
    return DSL.field("(array_agg({0}))[1]", SQLDataType.UUID, id);
  }

  private static Condition isOpen(Field<String> key, Field<UUID> reference) {
    return FAULT.isNull().and(key.isNotNull()).and(reference.isNull());
  }
}
