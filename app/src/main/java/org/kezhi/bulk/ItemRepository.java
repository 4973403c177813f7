package org.kezhi.bulk;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.kezhi.db.Tables.BULK_ITEM;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.kezhi.platform.FieldError;
import org.kezhi.record.KeptRow;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Keeps the records of a run in the order in which they were chosen, and writes all of a range at
/// once.
@Repository
class ItemRepository {

  static final String CHANGED = "changed";

  private final DSLContext db;
  private final Verdicts verdicts;
  private final JsonMapper json;

  ItemRepository(DSLContext db, Verdicts verdicts, JsonMapper json) {
    this.db = db;
    this.verdicts = verdicts;
    this.json = json;
  }

  /// Takes the chosen records down, as they are chosen now.
  int insert(UUID run, Select<Record2<UUID, JSONB>> chosen) {
    var item = chosen.asTable("chosen", "record_id", "change");
    return db.insertInto(
            BULK_ITEM, BULK_ITEM.RUN_ID, BULK_ITEM.NUMBER, BULK_ITEM.RECORD_ID, BULK_ITEM.CHANGE)
        .select(
            select(
                    val(run),
                    rowNumber().over().orderBy(Verdicts.RECORD).cast(SQLDataType.BIGINT),
                    Verdicts.RECORD,
                    Verdicts.CHANGE)
                .from(item))
        .execute();
  }

  /// Keeps others from writing the records of a range until the transaction ends.
  void lock(Work work, Work.Range range) {
    var id = StandardColumns.id(work.type().table());
    db.select(id)
        .from(work.type().table())
        .where(id.in(select(BULK_ITEM.RECORD_ID).from(BULK_ITEM).where(in(range))))
        .orderBy(id)
        .forNoKeyUpdate()
        .execute();
  }

  /// The records of a range with what is written into each.
  Map<UUID, @Nullable JSONB> changes(Work.Range range) {
    var changes = new LinkedHashMap<UUID, @Nullable JSONB>();
    db.select(BULK_ITEM.RECORD_ID, BULK_ITEM.CHANGE)
        .from(BULK_ITEM)
        .where(in(range))
        .forEach(row -> changes.put(row.value1(), row.value2()));
    return changes;
  }

  /// Gives each record of a range a change of its own.
  void change(Work.Range range, Map<UUID, JSONB> changes) {
    var given =
        unnest(
            "given",
            changes.keySet().toArray(UUID[]::new),
            changes.values().stream().map(JSONB::data).toArray(String[]::new));
    db.update(BULK_ITEM)
        .set(BULK_ITEM.CHANGE, column("given", "change", String.class).cast(SQLDataType.JSONB))
        .from(given)
        .where(in(range))
        .and(BULK_ITEM.RECORD_ID.eq(column("given", "record_id", UUID.class)))
        .execute();
  }

  /// Notes for each record of a range what becomes of it, and how it was before.
  void judge(Work work, Work.Range range) {
    var items =
        select(BULK_ITEM.NUMBER, BULK_ITEM.RECORD_ID, BULK_ITEM.CHANGE)
            .from(BULK_ITEM)
            .where(in(range))
            .and(BULK_ITEM.OUTCOME.isNull());
    db.update(BULK_ITEM)
        .set(BULK_ITEM.OUTCOME, column("verdict", "outcome", String.class))
        .set(BULK_ITEM.BEFORE, column("verdict", "before", JSONB.class))
        .set(BULK_ITEM.AFTER, column("verdict", "after", JSONB.class))
        .from(verdicts.of(work, items).asTable("verdict"))
        .where(in(range))
        .and(BULK_ITEM.NUMBER.eq(column("verdict", "number", Long.class)))
        .execute();
  }

  /// Writes the records of a range that change, and tells which they were.
  List<UUID> write(Work work, Work.Range range) {
    var after = new KeptRow(work.type().table(), BULK_ITEM.AFTER, "n");
    var values = new LinkedHashMap<Field<?>, Field<?>>();
    work.columns().forEach(column -> values.put(bare(column), after.value(column)));
    var rows = List.of(BULK_ITEM, after.asTable());
    return write(work, values, rows, in(range).and(BULK_ITEM.OUTCOME.eq(CHANGED)));
  }

  /// Writes back what the records of a range were before, where nobody has changed it since.
  List<UUID> writeBack(Work work, Work.Range range) {
    var table = work.type().table();
    var before = new KeptRow(table, BULK_ITEM.BEFORE, "b");
    var after = new KeptRow(table, BULK_ITEM.AFTER, "a");
    var values = new LinkedHashMap<Field<?>, Field<?>>();
    for (var column : work.columns()) {
      values.put(
          bare(column),
          DSL.field(
              "case when {0} then {2} else {1} end",
              column.getDataType().nullable(true),
              DSL.not(Verdicts.differs(Verdicts.on(table, column), after.value(column))),
              Verdicts.on(table, column),
              before.value(column)));
    }
    var rows = List.of(BULK_ITEM, before.asTable(), after.asTable());
    return write(work, values, rows, in(range).and(BULK_ITEM.OUTCOME.eq("undone")));
  }

  private List<UUID> write(
      Work work, Map<Field<?>, Field<?>> values, List<Table<?>> rows, Condition meant) {
    var table = work.type().table();
    var id = StandardColumns.id(table);
    var version = StandardColumns.version(table);
    return db.update(table)
        .set(values)
        .set(bare(version), version.plus(1))
        .set(bare(StandardColumns.updatedAt(table)), currentOffsetDateTime())
        .set(bare(StandardColumns.updatedBy(table)), val(work.viewer().id()))
        .from(rows)
        .where(id.eq(BULK_ITEM.RECORD_ID))
        .and(meant)
        .returning(id)
        .fetch(id);
  }

  /// Notes for each changed record of a range whether it can be put back, and which columns
  /// somebody has changed since.
  void judgeBack(Work work, Work.Range range) {
    var table = work.type().table().as("t");
    var before = new KeptRow(work.type().table(), BULK_ITEM.BEFORE, "b");
    var after = new KeptRow(work.type().table(), BULK_ITEM.AFTER, "a");
    var kept = new ArrayList<Field<?>>();
    var restored = new ArrayList<Condition>();
    for (var column : work.columns()) {
      var written = Verdicts.differs(before.value(column), after.value(column));
      var since = Verdicts.differs(Verdicts.on(table, column), after.value(column));
      kept.add(DSL.when(written.and(since), inline(column.getName())));
      restored.add(written.and(DSL.not(since)));
    }
    var back =
        select(
                BULK_ITEM.NUMBER,
                DSL.when(StandardColumns.id(table).isNotNull().and(DSL.or(restored)), "undone")
                    .otherwise("kept")
                    .as("outcome"),
                DSL.field(
                        "array_remove(array[{0}]::text[], null)",
                        SQLDataType.CLOB.array(), DSL.list(kept))
                    .as("kept"))
            .from(BULK_ITEM)
            .leftJoin(table)
            .on(StandardColumns.id(table).eq(BULK_ITEM.RECORD_ID))
            .crossJoin(before.asTable())
            .crossJoin(after.asTable())
            .where(in(range))
            .and(BULK_ITEM.OUTCOME.eq(CHANGED))
            .asTable("back");
    db.update(BULK_ITEM)
        .set(BULK_ITEM.OUTCOME, column("back", "outcome", String.class))
        .set(BULK_ITEM.KEPT, column("back", "kept", String[].class))
        .from(back)
        .where(in(range))
        .and(BULK_ITEM.NUMBER.eq(column("back", "number", Long.class)))
        .execute();
  }

  /// Notes why records of a range are left alone.
  void leave(Work.Range range, Collection<UUID> records, String outcome, FieldError error) {
    db.update(BULK_ITEM)
        .set(BULK_ITEM.OUTCOME, outcome)
        .set(BULK_ITEM.ERROR, JSONB.valueOf(json.writeValueAsString(error)))
        .where(in(range))
        .and(BULK_ITEM.RECORD_ID.eq(any(records.toArray(UUID[]::new))))
        .execute();
  }

  /// The records of a range that have come to an end, with the text of a column that was written.
  Map<UUID, String> written(Work.Range range, String outcome, String column) {
    var text = DSL.field("{0} ->> {1}", String.class, BULK_ITEM.AFTER, inline(column));
    return db.select(BULK_ITEM.RECORD_ID, text)
        .from(BULK_ITEM)
        .where(in(range))
        .and(BULK_ITEM.OUTCOME.eq(outcome))
        .fetchMap(BULK_ITEM.RECORD_ID, text);
  }

  /// The columns that a range was about.
  Set<String> columns(Work.Range range) {
    return db.selectDistinct(DSL.field("jsonb_object_keys({0})", String.class, BULK_ITEM.AFTER))
        .from(BULK_ITEM)
        .where(in(range))
        .and(BULK_ITEM.OUTCOME.eq(CHANGED))
        .fetchSet(0, String.class);
  }

  static Condition in(Work.Range range) {
    return BULK_ITEM
        .RUN_ID
        .eq(range.run())
        .and(BULK_ITEM.NUMBER.gt(range.from()))
        .and(BULK_ITEM.NUMBER.le(range.to()));
  }

  /// Records with a text each, as a table.
  static Table<?> unnest(String alias, UUID[] ids, String[] changes) {
    return DSL.table(
        "unnest({0}, {1}) as {2} (record_id, change)", val(ids), val(changes), name(alias));
  }

  static <T> Field<T> column(String table, String column, Class<T> type) {
    return DSL.field(name(table, column), type);
  }

  private static <T> Field<T> bare(Field<T> column) {
    return DSL.field(column.getUnqualifiedName(), column.getDataType());
  }
}
