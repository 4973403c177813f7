package org.kezhi.intake;

import static org.kezhi.intake.Staging.FAULT;
import static org.kezhi.intake.Staging.LINE;
import static org.kezhi.intake.Staging.MATCH;
import static org.kezhi.intake.Staging.OUTCOME;
import static org.kezhi.intake.Staging.TABLE;
import static org.kezhi.intake.StagingTable.unqualified;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Policy;
import org.kezhi.access.Use;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordField;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Repository;

/// Decides for each line whether it makes a record, changes one, or is left out.
@Repository
class Matching {

  private static final Field<Object> KEY = DSL.field(DSL.name("there", "key"), SQLDataType.OTHER);
  private static final Field<UUID> THERE = DSL.field(DSL.name("there", "id"), SQLDataType.UUID);
  private static final Field<Integer> COUNT =
      DSL.field(DSL.name("there", "records"), SQLDataType.INTEGER);
  private static final Field<Long> SAME_LINE =
      DSL.field(DSL.name("same", "line"), SQLDataType.BIGINT);
  private static final Field<Integer> RANK =
      DSL.field(DSL.name("same", "rank"), SQLDataType.INTEGER);

  private final DSLContext db;
  private final Policy policy;
  private final StagingTable lines;
  private final TargetLocks locks;

  Matching(DSLContext db, Policy policy, StagingTable lines, TargetLocks locks) {
    this.db = db;
    this.policy = policy;
    this.lines = lines;
    this.locks = locks;
  }

  /// Finds the records that are there already.
  void find(Chunk chunk) {
    var match = chunk.settings().matchField();
    if (match != null) {
      find(chunk, match);
      if (chunk.settings().changesWhatIsThere() && locks.holdMatches(chunk)) {
        find(chunk, match);
        locks.holdMatches(chunk);
      }
    }
  }

  void decide(Chunk chunk) {
    var match = chunk.settings().matchField();
    var there = chunk.settings().is("skip") ? "skip" : "update";
    db.update(TABLE)
        .set(
            unqualified(OUTCOME),
            chunk.settings().is("create")
                ? DSL.inline("create")
                : DSL.when(MATCH.isNull(), DSL.inline("create")).otherwise(DSL.inline(there)))
        .where(FAULT.isNull())
        .execute();
    rejectTaken(chunk, match);
    rejectForbidden(chunk);
  }

  private void find(Chunk chunk, String match) {
    var field = field(chunk.type(), match);
    var staged = chunk.staging().value(match);
    find(chunk, field, any(staged));
    if (GuardedTexts.canBe(field)) {
      find(chunk, field, any(GuardedTexts.bare(staged.coerce(SQLDataType.CLOB))));
    }
  }

  private void find(Chunk chunk, RecordField field, Field<Object> staged) {
    var type = chunk.type();
    var table = type.table();
    var key = any(field.column());
    var isOpen = FAULT.isNull().and(MATCH.isNull());
    var there =
        DSL.select(
                key.as("key"),
                NamedRecords.first(StandardColumns.id(table)).as("id"),
                DSL.count().as("records"))
            .from(table)
            .where(key.in(DSL.select(staged).from(TABLE).where(isOpen).and(staged.isNotNull())))
            .and(StandardColumns.deletedAt(table).isNull())
            .and(
                RecordKeys.isUnique(type, field.column())
                    ? DSL.noCondition()
                    : policy.rows(chunk.viewer(), Use.READ, type, table))
            .groupBy(key)
            .asTable("there");
    db.update(TABLE)
        .set(unqualified(MATCH), THERE)
        .set(unqualified(FAULT), DSL.when(COUNT.gt(1), DSL.inline("ambiguous")))
        .set(unqualified(Staging.FAULT_FIELD), field.name())
        .from(there)
        .where(KEY.eq(staged))
        .and(isOpen)
        .execute();
  }

  /// Refuses values that no two records may share, against the table and within the batch.
  private void rejectTaken(Chunk chunk, @Nullable String match) {
    var type = chunk.type();
    var table = type.table();
    for (var field : RecordKeys.unique(type)) {
      if (!chunk.staging().has(field.name())) {
        continue;
      }
      var staged = any(chunk.staging().value(field.name()));
      var column = any(field.column());
      lines.refuse(
          DSL.exists(
              DSL.selectOne()
                  .from(table)
                  .where(column.eq(staged))
                  .and(StandardColumns.deletedAt(table).isNull())
                  .and(
                      OUTCOME
                          .eq("create")
                          .or(OUTCOME.eq("update").and(StandardColumns.id(table).ne(MATCH))))),
          field.name(),
          "taken");
      if (!field.name().equals(match) || chunk.settings().is("create")) {
        lines.refuse(isRepeated(staged), field.name(), "taken");
      }
    }
  }

  private void rejectForbidden(Chunk chunk) {
    var type = chunk.type();
    var table = type.table();
    if (!chunk.viewer().rights(type.name()).create()) {
      lines.refuse(OUTCOME.eq("create"), "", "mayNotCreate");
    }
    var mayChange =
        DSL.select(StandardColumns.id(table))
            .from(table)
            .where(StandardColumns.id(table).eq(MATCH))
            .and(policy.rows(chunk.viewer(), Use.UPDATE, type, table));
    lines.refuse(OUTCOME.eq("update").and(DSL.notExists(mayChange)), "", "mayNotChange");
    for (var field : type.fields()) {
      if (field.required() && field.extension() == null) {
        var missing =
            chunk.staging().has(field.name())
                ? chunk.staging().value(field.name()).isNull()
                : DSL.trueCondition();
        lines.refuse(OUTCOME.eq("create").and(missing), field.name(), "required");
      }
    }
  }

  /// Lets the first of the lines about one record carry what all of them say.
  void merge(Chunk chunk) {
    var match = chunk.settings().matchField();
    if (match == null || chunk.settings().is("create")) {
      return;
    }
    var staged = any(chunk.staging().value(match));
    var repeated =
        db.update(TABLE)
            .set(unqualified(OUTCOME), chunk.settings().is("skip") ? "skip" : "merged")
            .where(FAULT.isNull())
            .and(isRepeated(staged))
            .execute();
    if (repeated > 0 && !chunk.settings().is("skip")) {
      carry(chunk, staged);
    }
  }

  private void carry(Chunk chunk, Field<Object> key) {
    var first = chunk.settings().is("fill");
    var same = new ArrayList<Field<?>>();
    var values = new HashMap<Field<?>, Field<?>>();
    for (var field : chunk.staging().fields()) {
      var staged =
          any(
              field.isKey()
                  ? chunk.staging().reference(field.name())
                  : chunk.staging().value(field.name()));
      var name = "same_" + staged.getName();
      var order = first ? LINE.asc() : LINE.desc();
      same.add(
          DSL.field(
                  "(array_agg({0} order by {1}) filter (where {0} is not null))[1]",
                  staged.getDataType(), staged, order)
              .as(name));
      values.put(unqualified(staged), DSL.field(DSL.name("same", name), staged.getDataType()));
    }
    var groups =
        DSL.select(key.as("same_key"))
            .select(same)
            .from(TABLE)
            .where(FAULT.isNull())
            .and(key.isNotNull())
            .groupBy(key)
            .having(DSL.count().gt(DSL.inline(1)))
            .asTable("same");
    db.update(TABLE)
        .set(values)
        .from(groups)
        .where(any(DSL.field(DSL.name("same", "same_key"), key.getDataType())).eq(key))
        .and(OUTCOME.in("create", "update"))
        .execute();
  }

  /// Whether an earlier good line of the batch has the same value.
  private static Condition isRepeated(Field<Object> staged) {
    var ranks =
        DSL.select(
                LINE.as("line"),
                DSL.rowNumber().over(DSL.partitionBy(staged).orderBy(LINE)).as("rank"))
            .from(TABLE)
            .where(FAULT.isNull())
            .and(OUTCOME.in("create", "update"))
            .and(staged.isNotNull())
            .asTable("same");
    return LINE.in(DSL.select(SAME_LINE).from(ranks).where(RANK.gt(1)));
  }

  static RecordField field(ObjectType type, String name) {
    return type.field(name)
        .orElseThrow(() -> new IllegalArgumentException(type.name() + " has no " + name));
  }

  @SuppressWarnings("unchecked") // compared with another field of the same column's type only
  static Field<Object> any(Field<?> field) {
    return (Field<Object>) field;
  }
}
