package org.kezhi.customization;

import static org.jooq.impl.DSL.name;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.SQL;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.kezhi.record.MoneyUnit;
import org.kezhi.record.RecordField;
import org.springframework.stereotype.Component;

/// Keeps roll-ups current, whoever writes the records that they are about: triggers compute those
/// anew that a statement has touched. All names in their text are made up by us and quoted by jOOQ.
@Component
class RollUpTriggers {

  /// A roll-up with all that its statements need.
  ///
  /// @param of the field that holds it
  /// @param reference the column of the other table that refers here
  /// @param value the column whose values are taken; the reference itself for a count
  record Kept(
      Table<?> table,
      RecordField of,
      Table<?> from,
      RecordField reference,
      RecordField value,
      RollUp.Function function) {

    String column() {
      return of.column().getName();
    }
  }

  void create(DSLContext db, Kept kept) {
    Triggers.run(db, recomputing(kept));
    Triggers.run(db, reacting(kept));
    for (var event : Triggers.EVENTS) {
      var trigger = name("roll_up_" + kept.column() + "_" + event);
      Triggers.add(db, trigger, event, kept.from, changed(kept.column()));
    }
    var unit = kept.value.money();
    if (unit != null && unit.rate() != null && !unit.isOwn()) {
      Triggers.run(db, following(kept, unit));
      var trigger = name("roll_up_" + kept.column() + "_rated");
      Triggers.add(db, trigger, "update", unit.table(), rated(kept.column()));
    }
  }

  /// The triggers go with the function that they call.
  void drop(DSLContext db, String column) {
    Triggers.run(db, DSL.sql("drop function {0}() cascade", changed(column)));
    Triggers.run(db, DSL.sql("drop function if exists {0}() cascade", rated(column)));
    Triggers.run(db, DSL.sql("drop function {0}(uuid[])", recompute(column)));
  }

  /// Computes the roll-ups of these records anew.
  void recompute(DSLContext db, String column, List<UUID> ids) {
    db.execute("select {0}({1})", recompute(column), DSL.val(ids.toArray(UUID[]::new)));
  }

  private static Name recompute(String column) {
    return name("public", "roll_up_" + column);
  }

  private static Name rated(String column) {
    return name("public", "roll_up_" + column + "_rated");
  }

  private static Name changed(String column) {
    return name("public", "roll_up_" + column + "_changed");
  }

  /// The records are locked before the values are read, in an order that all keep to: whoever wrote
  /// at the same moment is through, and seen.
  private static SQL recomputing(Kept kept) {
    var column = kept.of.column().getUnqualifiedName();
    return DSL.sql(
        """
        create function {0}(ids uuid[]) returns void language plpgsql security definer
        set search_path = pg_catalog, public, pg_temp as $rollup$
        begin
          perform 1 from {1} where id = any (ids) order by id for no key update;
          update {1} as kept set {2} = computed.value
          from (
            select wanted.id, ({3}) as value from unnest(ids) as wanted (id)
          ) as computed
          where kept.id = computed.id and kept.{2} is distinct from computed.value;
        end
        $rollup$
        """,
        recompute(kept.column()), kept.table, column, values(kept));
  }

  private static SQL values(Kept kept) {
    var value = name("part", kept.value.column().getName());
    var where =
        DSL.sql(
            "from {0} as part where part.{1} = wanted.id and part.deleted_at is null",
            kept.from, kept.reference.column().getUnqualifiedName());
    return switch (kept.function) {
      case COUNT -> DSL.sql("select count(*) {0}", where);
      case SUM -> DSL.sql("select sum({0}) {1}", amount(kept, value), where);
      case MIN -> DSL.sql("select min({0}) {1}", amount(kept, value), where);
      case MAX -> DSL.sql("select max({0}) {1}", amount(kept, value), where);
      case LAST ->
          DSL.sql(
              "select {0} {1} order by part.created_at desc, part.id desc limit 1",
              amount(kept, value), where);
    };
  }

  /// Amounts in base currency, where the record or the one it refers to knows their rate.
  private static SQL amount(Kept kept, Name value) {
    var unit = kept.value.money();
    if (unit == null || unit.rate() == null) {
      return DSL.sql("{0}", value);
    }
    var rate = unit.rate().getUnqualifiedName();
    return unit.through() == null
        ? DSL.sql("{0} * part.{1}", value, rate)
        : DSL.sql(
            "{0} * (select giver.{1} from {2} as giver where giver.id = part.{3})",
            value, rate, unit.table(), unit.through().getUnqualifiedName());
  }

  /// What of a record makes its roll-ups others when it changes.
  private static SQL said(Kept kept, String row) {
    var unit = kept.value.money();
    var value = DSL.sql(row + ".{0}", kept.value.column().getUnqualifiedName());
    if (unit == null) {
      return value;
    }
    var more = unit.through() == null ? unit.rate() : unit.through();
    return more == null ? value : DSL.sql("{0}, " + row + ".{1}", value, more.getUnqualifiedName());
  }

  /// Follows the rate where another record says it.
  private static SQL following(Kept kept, MoneyUnit unit) {
    return DSL.sql(
        """
        create function {0}() returns trigger language plpgsql security definer
        set search_path = pg_catalog, public, pg_temp as $rollup$
        declare touched uuid[];
        begin
          select array_agg(distinct part.{2}) into touched
          from new_rows as n join old_rows as o on o.id = n.id
            join {3} as part on part.{4} = n.id
          where n.{5} is distinct from o.{5} and part.{2} is not null;
          if touched is not null then
            perform {1}(touched);
          end if;
          return null;
        end
        $rollup$
        """,
        rated(kept.column()),
        recompute(kept.column()),
        kept.reference.column().getUnqualifiedName(),
        kept.from,
        Objects.requireNonNull(unit.through()).getUnqualifiedName(),
        Objects.requireNonNull(unit.rate()).getUnqualifiedName());
  }

  private static SQL reacting(Kept kept) {
    return DSL.sql(
        """
        create function {0}() returns trigger language plpgsql security definer
        set search_path = pg_catalog, public, pg_temp as $rollup$
        declare touched uuid[];
        begin
          if tg_op = 'INSERT' then
            select array_agg(distinct {2}) into touched from new_rows where {2} is not null;
          elsif tg_op = 'DELETE' then
            select array_agg(distinct {2}) into touched from old_rows where {2} is not null;
          else
            select array_agg(distinct reference) into touched
            from new_rows as n join old_rows as o on o.id = n.id
              cross join lateral (values (n.{2}), (o.{2})) as either (reference)
            where reference is not null
              and (n.{2}, {3}, n.deleted_at is null)
                is distinct from (o.{2}, {4}, o.deleted_at is null);
          end if;
          if touched is not null then
            perform {1}(touched);
          end if;
          return null;
        end
        $rollup$
        """,
        changed(kept.column()),
        recompute(kept.column()),
        kept.reference.column().getUnqualifiedName(),
        said(kept, "n"),
        said(kept, "o"));
  }
}
