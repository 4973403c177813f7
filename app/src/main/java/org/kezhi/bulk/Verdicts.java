package org.kezhi.bulk;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.when;

import java.util.LinkedHashMap;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kezhi.access.Policy;
import org.kezhi.access.Use;
import org.kezhi.record.Aliases;
import org.kezhi.record.FieldKind;
import org.kezhi.record.KeptRow;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordField;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Component;

/// Says for each chosen record what becomes of it, in one statement; the preview and the work ask
/// the same.
@Component
class Verdicts {

  static final Field<Long> NUMBER = DSL.field(name("number"), SQLDataType.BIGINT);
  static final Field<UUID> RECORD = DSL.field(name("record_id"), SQLDataType.UUID);
  static final Field<JSONB> CHANGE = DSL.field(name("change"), SQLDataType.JSONB);
  static final Field<String> OUTCOME = DSL.field(name("outcome"), SQLDataType.CLOB);
  static final Field<JSONB> BEFORE = DSL.field(name("before"), SQLDataType.JSONB);
  static final Field<JSONB> AFTER = DSL.field(name("after"), SQLDataType.JSONB);

  private final Policy policy;
  private final ObjectTypes types;

  Verdicts(Policy policy, ObjectTypes types) {
    this.policy = policy;
    this.types = types;
  }

  /// @param items numbered records, each with a change of its own or none
  Select<Record5<Long, UUID, String, JSONB, JSONB>> of(Work work, Select<?> items) {
    var item = items.asTable("item");
    var table = Aliases.of(work.type().table(), "t");
    var change = DSL.coalesce(of(item, CHANGE), DSL.val(work.change()));
    var next = new KeptRow(work.type().table(), change, "n");
    var seen =
        StandardColumns.id(table)
            .eq(of(item, RECORD))
            .and(StandardColumns.deletedAt(table).isNull())
            .and(policy.rows(work.viewer(), Use.READ, work.type(), table));
    var before = new LinkedHashMap<Field<?>, Field<?>>();
    var after = new LinkedHashMap<Field<?>, Field<?>>();
    for (var column : work.columns()) {
      before.put(column, on(table, column));
      after.put(column, next(work, change, next, column));
    }
    return DSL.select(
            of(item, NUMBER),
            of(item, RECORD),
            outcome(work, table, change, next).as(OUTCOME),
            KeptRow.of(before).as(BEFORE),
            KeptRow.of(after).as(AFTER))
        .from(item)
        .leftJoin(table)
        .on(seen)
        .crossJoin(next.asTable());
  }

  private Field<String> outcome(Work work, Table<?> table, Field<JSONB> change, KeptRow next) {
    var may = trueCondition().and(policy.rows(work.viewer(), work.use(), work.type(), table));
    var differs =
        DSL.or(
            work.columns().stream()
                .map(column -> differs(on(table, column), next(work, change, next, column)))
                .toList());
    return when(StandardColumns.id(table).isNull(), inline("gone"))
        .when(may.and(differs), inline("changed"))
        .when(may, inline("same"))
        .otherwise(inline("refused"));
  }

  /// What will stand in the column: what the change says, or what is there.
  private Field<?> next(Work work, Field<JSONB> change, KeptRow next, Field<?> column) {
    var says = DSL.condition("jsonb_exists({0}, {1})", change, inline(column.getName()));
    var now = on(Aliases.of(work.type().table(), "t"), column);
    var given =
        work.type().fields().stream()
            .filter(field -> field.kind() == FieldKind.REFERENCES && field.isStored())
            .filter(field -> field.column().getName().equals(column.getName()))
            .findFirst()
            .<Field<?>>map(field -> withUnseen(work, field, next.value(column), now))
            .orElseGet(() -> next.value(column));
    return DSL.field(
        "case when {0} then {1} else {2} end",
        column.getDataType().nullable(true), says, given, now);
  }

  /// Of several references, those that the writer does not see stay.
  private Field<?> withUnseen(Work work, RecordField field, Field<?> given, Field<?> now) {
    var target = types.target(field);
    var seen = Aliases.of(target.table(), "seen");
    var id = DSL.field(name("kept", "id"), SQLDataType.UUID);
    var visible =
        StandardColumns.deletedAt(seen)
            .isNull()
            .and(policy.rows(work.viewer(), Use.READ, target, seen));
    var kept =
        DSL.select(id)
            .from(DSL.table("unnest({0}) with ordinality as kept (id, place)", now))
            .whereNotExists(
                DSL.selectOne().from(seen).where(StandardColumns.id(seen).eq(id)).and(visible))
            .orderBy(DSL.field(name("kept", "place")));
    return DSL.field(
        "nullif(coalesce({0}, array[]::uuid[]) || array({1}), array[]::uuid[])",
        SQLDataType.UUID.array(), given, kept);
  }

  static Condition differs(Field<?> one, Field<?> other) {
    return DSL.condition("{0} is distinct from {1}", one, other);
  }

  static <T> Field<T> on(Table<?> table, Field<T> column) {
    return DSL.field(
        table.getQualifiedName().append(column.getUnqualifiedName()), column.getDataType());
  }

  private static <T> Field<T> of(Table<?> item, Field<T> column) {
    return DSL.field(item.getQualifiedName().append(column.getName()), column.getDataType());
  }
}
