package org.kezhi.intake;

import static org.kezhi.intake.Staging.FAULT;
import static org.kezhi.intake.Staging.ID;
import static org.kezhi.intake.Staging.MATCH;
import static org.kezhi.intake.Staging.OUTCOME;
import static org.kezhi.intake.Staging.TABLE;
import static org.kezhi.intake.StagingTable.unqualified;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.kezhi.platform.Settings;
import org.kezhi.record.Circles;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordField;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Repository;

/// Makes and changes the records of a batch, and remembers how they were before.
@Repository
class RecordMerge {

  private final DSLContext db;
  private final Settings settings;

  RecordMerge(DSLContext db, Settings settings) {
    this.db = db;
    this.settings = settings;
  }

  void create(Chunk chunk) {
    var type = chunk.type();
    var table = type.table();
    var row = new LinkedHashMap<Field<?>, Field<?>>();
    row.put(StandardColumns.id(table), ID);
    row.put(StandardColumns.createdBy(table), DSL.val(chunk.viewer().id()));
    row.put(StandardColumns.updatedBy(table), DSL.val(chunk.viewer().id()));
    type.owner().ifPresent(owner -> row.put(owner, DSL.val(chunk.viewer().id())));
    type.unit().ifPresent(unit -> row.put(unit, DSL.val(chunk.viewer().unit())));
    type.currency().ifPresent(column -> row.put(column, DSL.val(settings.baseCurrency())));
    staged(chunk)
        .forEach((field, value) ->
            row.merge(field.column(), value, (standard, given) -> or(given, standard)));
    db.insertInto(table)
        .columns(row.keySet().stream().map(StagingTable::unqualified).toList())
        .select(
            DSL.select(row.entrySet().stream().map(RecordMerge::orDefault).toList())
                .from(TABLE)
                .where(is("create")))
        .execute();
    WrittenRecords.remember(
        db, WrittenRecords.created(chunk, type.name(), ID).from(TABLE).where(is("create")));
  }

  /// Lines that would change nothing are left out, so that versions and journal stay quiet.
  void update(Chunk chunk) {
    var type = chunk.type();
    var table = type.table();
    var id = StandardColumns.id(table);
    var version = StandardColumns.version(table);
    var changes = changes(chunk);
    var changed = DSL.or(changes.entrySet().stream().map(RecordMerge::differs).toList());
    db.update(TABLE)
        .set(unqualified(OUTCOME), "skip")
        .from(table)
        .where(id.eq(MATCH))
        .and(is("update"))
        .and(DSL.not(changed))
        .execute();
    WrittenRecords.remember(
        db,
        DSL.select(
                DSL.val(chunk.importId()),
                id,
                DSL.val(type.name()),
                DSL.inline(false),
                version.plus(1),
                DSL.field("to_jsonb({0})", JSONB.class, DSL.field(table.getUnqualifiedName())))
            .from(TABLE)
            .join(table)
            .on(id.eq(MATCH))
            .where(is("update")));
    if (!changes.isEmpty()) {
      db.update(table)
          .set(changes)
          .set(unqualified(version), version.plus(1))
          .set(unqualified(StandardColumns.updatedAt(table)), DSL.currentOffsetDateTime())
          .set(unqualified(StandardColumns.updatedBy(table)), chunk.viewer().id())
          .from(TABLE)
          .where(id.eq(MATCH))
          .and(is("update"))
          .execute();
    }
  }

  /// Nothing may stand above itself; the batch is then taken in smaller pieces until the line is
  /// found that closes the circle.
  void refuseCircles(Chunk chunk, String field) {
    var type = chunk.type();
    if (!type.hierarchy().map(Field::getName).equals(parentName(type, field))) {
      return;
    }
    var parent = Matching.field(type, field).column().coerce(UUID.class);
    var written = DSL.select(DSL.coalesce(MATCH, ID)).from(TABLE).where(FAULT.isNull());
    if (db.fetchExists(Circles.among(type, parent, written))) {
      throw new RowRefused(field, "circle");
    }
  }

  private static Optional<String> parentName(ObjectType type, String field) {
    return Optional.of(Matching.field(type, field).column().getName());
  }

  private Map<Field<?>, Field<?>> changes(Chunk chunk) {
    var changes = new LinkedHashMap<Field<?>, Field<?>>();
    var fill = chunk.settings().is("fill");
    staged(chunk)
        .forEach((field, value) -> {
          if (!field.name().equals(chunk.settings().matchField())) {
            var column = field.column();
            var said = GuardedTexts.read(field, value);
            changes.put(column, fill ? or(column, said) : or(said, column));
          }
        });
    return changes;
  }

  private static Map<RecordField, Field<?>> staged(Chunk chunk) {
    var staged = new LinkedHashMap<RecordField, Field<?>>();
    for (var field : chunk.staging().fields()) {
      staged.put(
          field.rule(),
          field.isKey() ? chunk.staging().found(field) : chunk.staging().value(field.name()));
    }
    return staged;
  }

  private static Condition differs(Map.Entry<Field<?>, Field<?>> change) {
    return Matching.any(change.getValue()).isDistinctFrom(Matching.any(change.getKey()));
  }

  private static Field<?> or(Field<?> value, Field<?> otherwise) {
    return DSL.coalesce(Matching.any(value), Matching.any(otherwise));
  }

  private static Field<?> orDefault(Map.Entry<Field<?>, Field<?>> column) {
    var type = column.getKey().getDataType();
    var standard = type.defaultValue();
    return standard == null || type.nullable()
        ? column.getValue()
        : or(column.getValue(), standard);
  }

  private static Condition is(String outcome) {
    return FAULT.isNull().and(OUTCOME.eq(outcome));
  }
}
