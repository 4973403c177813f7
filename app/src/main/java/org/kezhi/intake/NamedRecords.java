package org.kezhi.intake;

import static org.kezhi.intake.Staging.FAULT;
import static org.kezhi.intake.Staging.LINE;
import static org.kezhi.intake.Staging.TABLE;
import static org.kezhi.intake.StagingTable.unqualified;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.record.ObjectType;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Repository;

/// Finds the records that the cells of a file name by code or title, among those that the viewer
/// may choose.
@Repository
public class NamedRecords {

  private static final Field<String> NAME = DSL.field(DSL.name("named", "key"), SQLDataType.CLOB);
  private static final Field<UUID> ID = DSL.field(DSL.name("named", "id"), SQLDataType.UUID);

  private final DSLContext db;
  private final Policy policy;
  private final MissingRecords missing;
  private final StagingTable lines;
  private final HeldReferences held;
  private final TargetLocks locks;

  NamedRecords(
      DSLContext db,
      Policy policy,
      MissingRecords missing,
      StagingTable lines,
      HeldReferences held,
      TargetLocks locks) {
    this.db = db;
    this.policy = policy;
    this.missing = missing;
    this.lines = lines;
    this.held = held;
    this.locks = locks;
  }

  /// The records that are named so, among those that the viewer may choose.
  public Map<String, UUID> find(Viewer viewer, ObjectType target, Collection<String> keys) {
    var found = new HashMap<String, UUID>();
    for (var name : texts(target)) {
      var open = keys.stream().filter(key -> !found.containsKey(key)).toList();
      if (!open.isEmpty()) {
        db.select(NAME, ID)
            .from(named(viewer, target, name, name.eq(DSL.any(open.toArray(String[]::new)))))
            .forEach(row -> found.put(row.value1(), row.value2()));
      }
    }
    return found;
  }

  /// Resolves a mapped field and holds what it points to. What is gone by then is looked for once
  /// more, so that it is as if the import had come after.
  void resolveAndHold(Chunk chunk, ImportField field, ObjectType target) {
    resolve(chunk, field, target);
    if (locks.hold(chunk, field, target)) {
      resolve(chunk, field, target);
      locks.hold(chunk, field, target);
    }
  }

  private void resolve(Chunk chunk, ImportField field, ObjectType target) {
    held.keep(chunk, field, target);
    if (field.rule().kind().isMany()) {
      resolveSeveral(chunk, field.name(), target);
    } else {
      resolve(chunk, field.name(), target);
    }
  }

  /// Resolves one mapped field; makes what is missing if that was asked for.
  private void resolve(Chunk chunk, String field, ObjectType target) {
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

  /// Resolves a field whose cells name several records.
  private void resolveSeveral(Chunk chunk, String field, ObjectType target) {
    var keys = chunk.staging().value(field, SQLDataType.CLOB.array());
    var references = chunk.staging().references(field);
    findSeveral(chunk, target, keys, references);
    if (chunk.settings().creates(target.name())) {
      var key = DSL.field(DSL.name("each", "key"), SQLDataType.CLOB);
      var open =
          db.selectDistinct(key)
              .from(TABLE)
              .crossJoin(DSL.unnest(keys).as("each", "key"))
              .where(FAULT.isNull())
              .and(keys.isNotNull())
              .and(references.isNull())
              .and(key.notIn(DSL.select(NAME).from(byAnyName(chunk, target, keys))))
              .orderBy(key)
              .fetch(key);
      missing.make(chunk, target, open);
      findSeveral(chunk, target, keys, references);
    }
  }

  /// Fills in those lines of which every name is found.
  private void findSeveral(
      Chunk chunk, ObjectType target, Field<String[]> keys, Field<UUID[]> references) {
    var each = DSL.unnest(keys).withOrdinality().as("each", "key", "place");
    var key = DSL.field(DSL.name("each", "key"), SQLDataType.CLOB);
    var place = DSL.field(DSL.name("each", "place"), SQLDataType.BIGINT);
    var line = DSL.field(DSL.name("found", "line"), SQLDataType.BIGINT);
    var found =
        DSL.select(LINE.as("line"), DSL.arrayAgg(ID).orderBy(place).as("ids"))
            .from(TABLE)
            .crossJoin(each)
            .leftJoin(byAnyName(chunk, target, keys))
            .on(NAME.eq(key))
            .where(FAULT.isNull())
            .and(references.isNull())
            .groupBy(LINE)
            .having(DSL.count(ID).eq(DSL.count()))
            .asTable("found");
    db.update(TABLE)
        .set(unqualified(references), DSL.field(DSL.name("found", "ids"), SQLDataType.UUID.array()))
        .from(found)
        .where(LINE.eq(line))
        .execute();
  }

  /// Records by their code, or by their title where no code is like it.
  private Table<?> byAnyName(Chunk chunk, ObjectType target, Field<String[]> keys) {
    var open =
        DSL.select(DSL.field("unnest({0})", SQLDataType.CLOB, keys))
            .from(TABLE)
            .where(FAULT.isNull());
    Select<Record3<String, UUID, Integer>> all = null;
    var order = 0;
    for (var name : texts(target)) {
      var named =
          DSL.select(NAME, ID, DSL.inline(order++).as("rank"))
              .from(named(chunk.viewer(), target, name, name.in(open)));
      all = all == null ? named : named.unionAll(all);
    }
    if (all == null) {
      throw new IllegalStateException(target.name() + " has no title");
    }
    return DSL.select(NAME, ID)
        .distinctOn(NAME)
        .from(all.asTable("named"))
        .orderBy(NAME, DSL.field(DSL.name("named", "rank")))
        .asTable("named");
  }

  /// Marks the lines whose name was not found.
  void rejectUnknown(Chunk chunk, ImportField field) {
    var found = chunk.staging().found(field);
    var isNamed = chunk.staging().value(field.name()).isNotNull();
    lines.refuse(isNamed.and(found.isNull()), field.name(), "notFound");
  }

  private void find(Chunk chunk, ObjectType target, Field<String> key, Field<UUID> reference) {
    for (var name : texts(target)) {
      if (!db.fetchExists(TABLE, isOpen(key, reference))) {
        return;
      }
      var open = DSL.select(key).from(TABLE).where(isOpen(key, reference));
      var named = named(chunk.viewer(), target, name, name.in(open));
      db.update(TABLE)
          .set(unqualified(reference), ID)
          .from(named)
          .where(NAME.eq(key))
          .and(isOpen(key, reference))
          .execute();
    }
  }

  /// Records by a name that only one of them has.
  private Table<?> named(Viewer viewer, ObjectType target, Field<String> name, Condition wanted) {
    var table = target.table();
    var id = StandardColumns.id(table);
    return DSL.select(name.as("key"), first(id).as("id"))
        .from(table)
        .where(wanted)
        .and(StandardColumns.deletedAt(table).isNull())
        .and(known(viewer, target, name))
        .groupBy(name)
        .having(DSL.count().eq(DSL.inline(1)))
        .asTable("named");
  }

  private static List<Field<String>> texts(ObjectType target) {
    return RecordKeys.names(target).stream().map(RecordKeys::text).toList();
  }

  /// Colleagues whom the viewer does not see are known by their names, not by what else is unique.
  private Condition known(Viewer viewer, ObjectType target, Field<String> name) {
    var table = target.table();
    return name.equals(target.titleField().column())
        ? policy.choices(viewer, target, table)
        : policy.seenOrSelf(viewer, target, table);
  }

  static Field<UUID> first(Field<UUID> id) {
    return DSL.field("(array_agg({0}))[1]", SQLDataType.UUID, id);
  }

  private static Condition isOpen(Field<String> key, Field<UUID> reference) {
    return FAULT.isNull().and(key.isNotNull()).and(reference.isNull());
  }
}
