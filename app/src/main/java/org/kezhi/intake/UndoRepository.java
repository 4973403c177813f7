package org.kezhi.intake;

import static org.jooq.impl.DSL.name;
import static org.kezhi.db.Tables.IMPORT_RECORD;
import static org.kezhi.db.Tables.ORDER_LINE;
import static org.kezhi.db.Tables.SALES_ORDER;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.kezhi.audit.AuditContext;
import org.kezhi.record.KeptRow;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordsChanged;
import org.kezhi.record.StandardColumns;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Takes back what an import wrote, batch by batch. What somebody has changed or used since is left
/// alone and marked.
@Repository
public class UndoRepository {

  private static final int BATCH = 2_000;

  private final DSLContext db;
  private final ObjectTypes types;
  private final AuditContext audit;
  private final ApplicationEventPublisher events;

  UndoRepository(
      DSLContext db, ObjectTypes types, AuditContext audit, ApplicationEventPublisher events) {
    this.db = db;
    this.types = types;
    this.audit = audit;
    this.events = events;
  }

  /// The kinds of record that are left to take back; those that refer to others come first.
  public List<String> objects(UUID importId) {
    return db
        .selectDistinct(IMPORT_RECORD.OBJECT)
        .from(IMPORT_RECORD)
        .where(isLeft(importId))
        .fetch(IMPORT_RECORD.OBJECT)
        .stream()
        .sorted(Comparator.comparing(this::references).thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /// How many kinds of record refer to a kind: lines before orders, orders before customers.
  private int references(String object) {
    return types.named(object).map(type -> types.incoming(type).size()).orElse(0);
  }

  public long left(UUID importId) {
    return db.fetchCount(IMPORT_RECORD, isLeft(importId));
  }

  public long kept(UUID importId) {
    return db.fetchCount(
        IMPORT_RECORD, IMPORT_RECORD.IMPORT_ID.eq(importId).and(IMPORT_RECORD.KEPT));
  }

  /// Takes the next batch back and tells how many records it was.
  @Transactional
  public int undo(UUID importId, UUID actor, ObjectType type) {
    audit.begin(actor, "import", importId);
    var ids =
        db.select(IMPORT_RECORD.RECORD_ID)
            .from(IMPORT_RECORD)
            .where(isLeft(importId))
            .and(IMPORT_RECORD.OBJECT.eq(type.name()))
            .orderBy(IMPORT_RECORD.RECORD_ID.desc())
            .limit(BATCH)
            .forUpdate()
            .fetch(IMPORT_RECORD.RECORD_ID);
    var taken = new ArrayList<>(ids);
    for (var kept = keep(importId, type, taken); !kept.isEmpty(); ) {
      taken.removeAll(kept);
      kept = keep(importId, type, taken);
    }
    if (!taken.isEmpty()) {
      if (type.table().equals(SALES_ORDER)) {
        removeLines(taken);
      }
      restore(importId, type, taken);
      remove(importId, type, taken);
      events.publishEvent(new RecordsChanged(type, taken));
      db.deleteFrom(IMPORT_RECORD)
          .where(IMPORT_RECORD.IMPORT_ID.eq(importId))
          .and(IMPORT_RECORD.RECORD_ID.in(taken))
          .execute();
    }
    return ids.size();
  }

  private Set<UUID> keep(UUID importId, ObjectType type, List<UUID> ids) {
    var table = type.table();
    var changed =
        db.select(IMPORT_RECORD.RECORD_ID)
            .from(IMPORT_RECORD)
            .leftJoin(table)
            .on(StandardColumns.id(table).eq(IMPORT_RECORD.RECORD_ID))
            .where(IMPORT_RECORD.IMPORT_ID.eq(importId))
            .and(IMPORT_RECORD.RECORD_ID.in(ids))
            .and(
                DSL.or(
                    StandardColumns.version(table).isDistinctFrom(IMPORT_RECORD.VERSION),
                    DSL.condition(IMPORT_RECORD.CREATED).and(isUsed(type, ids)),
                    linesChanged(type)))
            .fetch(IMPORT_RECORD.RECORD_ID);
    db.update(IMPORT_RECORD)
        .set(IMPORT_RECORD.KEPT, true)
        .where(IMPORT_RECORD.IMPORT_ID.eq(importId))
        .and(IMPORT_RECORD.RECORD_ID.in(changed))
        .execute();
    return new HashSet<>(changed);
  }

  /// Whether records that stay refer to the record; the lines of an order go with it.
  private Condition isUsed(ObjectType type, List<UUID> going) {
    var uses = new ArrayList<Condition>();
    for (var incoming : types.incoming(type)) {
      var from = incoming.from().table().as("referring");
      var reference = DSL.field(name("referring", incoming.field().column().getName()), UUID.class);
      var same = incoming.from().equals(type);
      if (!incoming.from().table().equals(ORDER_LINE) || !type.table().equals(SALES_ORDER)) {
        uses.add(
            DSL.exists(
                DSL.selectOne()
                    .from(from)
                    .where(reference.eq(IMPORT_RECORD.RECORD_ID))
                    .and(same ? StandardColumns.id(from).notIn(going) : DSL.noCondition())));
      }
    }
    return DSL.or(uses);
  }

  private static Condition linesChanged(ObjectType type) {
    if (!type.table().equals(SALES_ORDER)) {
      return DSL.falseCondition();
    }
    var lines = ORDER_LINE.ORDER_ID.eq(IMPORT_RECORD.RECORD_ID);
    return SALES_ORDER
        .LINE_COUNT
        .isDistinctFrom(IMPORT_RECORD.LINE_COUNT)
        .or(
            DSL.exists(
                DSL.selectOne()
                    .from(ORDER_LINE)
                    .where(lines)
                    .and(ORDER_LINE.VERSION.gt(1L).or(ORDER_LINE.DELETED_AT.isNotNull()))));
  }

  private void removeLines(List<UUID> orders) {
    db.deleteFrom(ORDER_LINE).where(ORDER_LINE.ORDER_ID.in(orders)).execute();
  }

  private void remove(UUID importId, ObjectType type, List<UUID> ids) {
    db.deleteFrom(type.table())
        .where(
            StandardColumns.id(type.table())
                .in(
                    DSL.select(IMPORT_RECORD.RECORD_ID)
                        .from(IMPORT_RECORD)
                        .where(IMPORT_RECORD.IMPORT_ID.eq(importId))
                        .and(IMPORT_RECORD.RECORD_ID.in(ids))
                        .and(IMPORT_RECORD.CREATED)))
        .execute();
  }

  /// Writes changed records as they were, to the last column.
  private void restore(UUID importId, ObjectType type, List<UUID> ids) {
    var isOrder = type.table().equals(SALES_ORDER);
    var before =
        isOrder
            ? DSL.field("{0} -> 'order'", JSONB.class, IMPORT_RECORD.BEFORE)
            : IMPORT_RECORD.BEFORE;
    var changed =
        IMPORT_RECORD
            .IMPORT_ID
            .eq(importId)
            .and(IMPORT_RECORD.RECORD_ID.in(ids))
            .and(IMPORT_RECORD.CREATED.isFalse());
    if (isOrder) {
      restoreLines(changed);
    }
    write(type, before, changed);
  }

  private void write(ObjectType type, Field<JSONB> before, Condition changed) {
    var table = type.table();
    var was = new KeptRow(table, before, "was");
    var columns = new LinkedHashMap<Field<?>, Field<?>>();
    type.columns().forEach(column -> columns.put(column, was.value(column)));
    db.update(table)
        .set(columns)
        .from(IMPORT_RECORD, was.asTable())
        .where(StandardColumns.id(table).eq(IMPORT_RECORD.RECORD_ID))
        .and(changed)
        .execute();
  }

  private void restoreLines(Condition changed) {
    db.insertInto(ORDER_LINE)
        .select(
            DSL.select(DSL.field("was.*"))
                .from(
                    DSL.table(
                        "import_record, jsonb_populate_recordset({0}, {1} -> 'lines') as was",
                        KeptRow.none(ORDER_LINE), IMPORT_RECORD.BEFORE))
                .where(changed))
        .execute();
  }

  private static Condition isLeft(UUID importId) {
    return IMPORT_RECORD.IMPORT_ID.eq(importId).and(IMPORT_RECORD.KEPT.isFalse());
  }
}
