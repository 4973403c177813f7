package org.kezhi.intake;

import static org.kezhi.intake.Staging.FAULT;
import static org.kezhi.intake.Staging.MATCH;
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
import org.kezhi.record.Aliases;
import org.kezhi.record.ObjectType;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Repository;

/// Leaves references as they are where a file names what they point to already: several records may
/// have that name, and what the viewer does not see the file cannot name.
@Repository
class HeldReferences {

  private final DSLContext db;
  private final Policy policy;

  HeldReferences(DSLContext db, Policy policy) {
    this.db = db;
    this.policy = policy;
  }

  void keep(Chunk chunk, ImportField field, ObjectType target) {
    if (!hasMatches(chunk) || !chunk.type().fields().contains(field.rule())) {
      return;
    }
    if (field.rule().kind().isMany()) {
      keepSeveral(chunk, field, target);
    } else {
      keepOne(chunk, field, target);
    }
  }

  private static boolean hasMatches(Chunk chunk) {
    return chunk.settings().matchField() != null && !chunk.settings().is("create");
  }

  private void keepOne(Chunk chunk, ImportField field, ObjectType target) {
    var there = chunk.type().table();
    var held = Aliases.of(target.table(), "held");
    var key = chunk.staging().value(field.name(), SQLDataType.CLOB);
    var called =
        DSL.or(
            RecordKeys.names(target).stream()
                .map(name -> DSL.trim(name.on(held).coerce(String.class)).eq(key))
                .toList());
    db.update(TABLE)
        .set(unqualified(chunk.staging().reference(field.name())), StandardColumns.id(held))
        .from(there, held)
        .where(StandardColumns.id(there).eq(MATCH))
        .and(FAULT.isNull())
        .and(key.isNotNull())
        .and(StandardColumns.id(held).eq(field.rule().column().coerce(UUID.class)))
        .and(called)
        .and(policy.names(chunk.viewer(), target, held))
        .execute();
  }

  /// Where the file names just what the viewer sees there, in its order.
  private void keepSeveral(Chunk chunk, ImportField field, ObjectType target) {
    var there = chunk.type().table();
    var ids = field.rule().column().coerce(UUID[].class);
    var held = Aliases.of(target.table(), "held");
    var title = DSL.trim(target.titleField().on(held).coerce(String.class));
    var titles =
        DSL.field(
            "array({0})",
            SQLDataType.CLOB.array(),
            DSL.select(title)
                .from(held)
                .where(StandardColumns.id(held).eq(DSL.any(ids)))
                .and(isSeen(chunk, target, held))
                .groupBy(title)
                .orderBy(DSL.min(place(ids, held))));
    db.update(TABLE)
        .set(unqualified(chunk.staging().references(field.name())), ids)
        .from(there)
        .where(StandardColumns.id(there).eq(MATCH))
        .and(FAULT.isNull())
        .and(chunk.staging().value(field.name(), SQLDataType.CLOB.array()).eq(titles))
        .execute();
  }

  /// Adds what the viewer does not see to what the file names.
  void keepUnseen(Chunk chunk, ImportField field, ObjectType target) {
    if (!hasMatches(chunk)) {
      return;
    }
    var there = chunk.type().table();
    var ids = field.rule().column().coerce(UUID[].class);
    var named = chunk.staging().references(field.name());
    var held = Aliases.of(target.table(), "held");
    var id = DSL.field(DSL.name("each", "id"), SQLDataType.UUID);
    var unseen =
        DSL.field(
            "array({0})",
            SQLDataType.UUID.array(),
            DSL.select(id)
                .from(DSL.unnest(ids).as("each", "id"))
                .where(id.ne(DSL.all(named)))
                .and(
                    DSL.notExists(
                        DSL.selectOne()
                            .from(held)
                            .where(StandardColumns.id(held).eq(id))
                            .and(isSeen(chunk, target, held)))));
    db.update(TABLE)
        .set(unqualified(named), DSL.field("{0} || {1}", SQLDataType.UUID.array(), named, unseen))
        .from(there)
        .where(StandardColumns.id(there).eq(MATCH))
        .and(FAULT.isNull())
        .and(named.isNotNull())
        .and(ids.isNotNull())
        .execute();
  }

  private Condition isSeen(Chunk chunk, ObjectType target, Table<?> held) {
    return StandardColumns.deletedAt(held).isNull().and(policy.names(chunk.viewer(), target, held));
  }

  private static Field<Integer> place(Field<UUID[]> ids, Table<?> held) {
    return DSL.function("array_position", Integer.class, ids, StandardColumns.id(held));
  }
}
