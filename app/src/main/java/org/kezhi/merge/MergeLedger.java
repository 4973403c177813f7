package org.kezhi.merge;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.kezhi.db.Tables.RECORD_MERGE;
import static org.kezhi.db.Tables.RECORD_MERGE_MOVE;
import static org.kezhi.db.Tables.RECORD_MERGE_SOURCE;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kezhi.db.tables.records.RecordMergeRecord;
import org.kezhi.merge.Moves.Wish;
import org.kezhi.record.Dependents;
import org.kezhi.record.MergedRecords;
import org.kezhi.record.ObjectType;
import org.kezhi.record.StillNeeded;
import org.springframework.stereotype.Repository;

/// Remembers what was merged into what; what moved, for as long as a merge can be undone.
@Repository
class MergeLedger implements MergedRecords, StillNeeded, Dependents {

  private final DSLContext db;

  MergeLedger(DSLContext db) {
    this.db = db;
  }

  void open(Wish wish, UUID actor) {
    db.insertInto(RECORD_MERGE)
        .set(RECORD_MERGE.ID, wish.merge())
        .set(RECORD_MERGE.OBJECT, wish.object())
        .set(RECORD_MERGE.SURVIVOR_ID, wish.survivor())
        .set(RECORD_MERGE.MERGED_BY, actor)
        .execute();
    for (var merged : wish.merged()) {
      db.insertInto(RECORD_MERGE_SOURCE).values(wish.merge(), merged).execute();
    }
  }

  /// The record as it is, for the comparison with what it will be.
  JSONB picture(ObjectType type, UUID id) {
    return db.fetchSingle(
            "select to_jsonb(picture) from {0} as picture where id = {1}", type.table(), val(id))
        .get(0, JSONB.class);
  }

  void remember(ObjectType type, UUID merge, JSONB before, JSONB after) {
    var columns =
        FieldChoices.fields(type).stream()
            .map(field -> field.column().getName())
            .toArray(String[]::new);
    db.execute(
        """
        update record_merge set changes = (
          select coalesce(jsonb_object_agg(key, jsonb_build_array(b.value, a.value)), '{}')
          from jsonb_each({0}) b join jsonb_each({1}) a using (key)
          where a.value <> b.value and key = any ({2}))
        where id = {3}
        """,
        val(before), val(after), val(columns), val(merge));
  }

  /// The columns that the merge has changed and somebody else since.
  List<String> changedSince(ObjectType type, RecordMergeRecord merge) {
    return db.fetch(
            """
            select key from jsonb_each({0}) c join jsonb_each({1}) now using (key)
            where now.value <> c.value -> 1
            """,
            val(merge.getChanges()), val(picture(type, merge.getSurvivorId())))
        .into(String.class);
  }

  /// The values that the columns had before, by field.
  Map<Field<?>, @Nullable Object> before(
      ObjectType type, RecordMergeRecord merge, List<String> without) {
    List<Field<?>> columns =
        db
            .fetch("select jsonb_object_keys({0})", val(merge.getChanges()))
            .into(String.class)
            .stream()
            .filter(column -> !without.contains(column))
            .<Field<?>>flatMap(column ->
                FieldChoices.fields(type).stream()
                    .map(field -> field.column())
                    .filter(field -> field.getName().equals(column)))
            .toList();
    var values = new HashMap<Field<?>, @Nullable Object>();
    if (!columns.isEmpty()) {
      var names = columns.stream().map(c -> DSL.field(c.getUnqualifiedName(), c.getDataType()));
      var row =
          db.select(names.toList())
              .from(
                  DSL.table(
                      """
                      jsonb_populate_record(null::{0},
                        (select jsonb_object_agg(key, value -> 0) from jsonb_each({1})))\
                      """,
                      type.table(), val(merge.getChanges())))
              .fetchSingle();
      for (var i = 0; i < columns.size(); i++) {
        values.put(columns.get(i), row.get(i));
      }
    }
    return values;
  }

  /// @param locked whether nobody else may undo it meanwhile
  Optional<RecordMergeRecord> find(UUID id, boolean locked) {
    var select = db.selectFrom(RECORD_MERGE).where(RECORD_MERGE.ID.eq(id));
    return (locked ? select.forUpdate() : select).fetchOptional();
  }

  /// The merges by which a record became what it is, the latest first.
  List<RecordMergeRecord> of(ObjectType type, UUID survivor) {
    return db.selectFrom(RECORD_MERGE)
        .where(RECORD_MERGE.OBJECT.eq(type.name()))
        .and(RECORD_MERGE.SURVIVOR_ID.eq(survivor))
        .and(RECORD_MERGE.UNDONE_AT.isNull())
        .orderBy(RECORD_MERGE.MERGED_AT.desc())
        .limit(20)
        .fetch();
  }

  List<UUID> sources(UUID merge) {
    return db.select(RECORD_MERGE_SOURCE.RECORD_ID)
        .from(RECORD_MERGE_SOURCE)
        .where(RECORD_MERGE_SOURCE.MERGE_ID.eq(merge))
        .orderBy(RECORD_MERGE_SOURCE.RECORD_ID)
        .fetch(RECORD_MERGE_SOURCE.RECORD_ID);
  }

  void close(UUID merge, UUID actor) {
    db.update(RECORD_MERGE)
        .set(RECORD_MERGE.UNDONE_AT, DSL.currentOffsetDateTime())
        .set(RECORD_MERGE.UNDONE_BY, actor)
        .where(RECORD_MERGE.ID.eq(merge))
        .execute();
    db.deleteFrom(RECORD_MERGE_MOVE).where(RECORD_MERGE_MOVE.MERGE_ID.eq(merge)).execute();
  }

  /// Forgets what moved in merges before a moment; old links still find their record.
  int forget(OffsetDateTime before) {
    return db.deleteFrom(RECORD_MERGE_MOVE)
        .using(RECORD_MERGE)
        .where(RECORD_MERGE.ID.eq(RECORD_MERGE_MOVE.MERGE_ID))
        .and(RECORD_MERGE.MERGED_AT.lt(before))
        .execute();
  }

  @Override
  public Map<UUID, UUID> survivors(ObjectType type, Collection<UUID> ids) {
    return db.fetch(
            """
            with recursive way (start, id, step) as (
              select id, id, 0 from unnest({0}) as wanted (id)
              union all
              select way.start, m.survivor_id, step + 1
              from way
                join record_merge_source s on s.record_id = way.id
                join record_merge m on m.id = s.merge_id and m.undone_at is null and m.object = {1}
                join {2} as gone on gone.id = way.id and gone.deleted_at is not null
              where step < 20
            )
            select distinct on (start) start, id from way where step > 0 order by start, step desc
            """,
            val(ids.toArray(UUID[]::new)), val(type.name()), type.table())
        .intoMap(row -> row.get(0, UUID.class), row -> row.get(1, UUID.class));
  }

  @Override
  public Condition stillNeeded(ObjectType type, Field<UUID> id) {
    return exists(
        selectOne()
            .from(RECORD_MERGE_SOURCE)
            .join(RECORD_MERGE)
            .on(RECORD_MERGE.ID.eq(RECORD_MERGE_SOURCE.MERGE_ID))
            .where(RECORD_MERGE_SOURCE.RECORD_ID.eq(id))
            .and(RECORD_MERGE.OBJECT.eq(type.name()))
            .and(RECORD_MERGE.UNDONE_AT.isNull())
            .and(
                DSL.condition(
                    "{0} > now() - {1} * interval '1 day'",
                    RECORD_MERGE.MERGED_AT, val(Merges.DAYS_TO_UNDO))));
  }

  @Override
  public List<Use> of(String object, @Nullable String field) {
    return List.of();
  }

  @Override
  public void forget(DSLContext transaction, String object, @Nullable String field) {
    if (field == null) {
      transaction.deleteFrom(RECORD_MERGE).where(RECORD_MERGE.OBJECT.eq(object)).execute();
    }
  }
}
