package org.kezhi.customization;

import static org.jooq.impl.DSL.name;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.SQL;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.kezhi.record.RecordField;
import org.springframework.stereotype.Component;

/// Stands guard over fields with several references. Their ids lie in an array, which no foreign
/// key can watch; so triggers keep a table of links beside it, whose foreign keys do, and bring the
/// array in line when a link goes or moves. All names in their text are made up by us and quoted by
/// jOOQ.
@Component
class LinkTables {

  void create(DSLContext db, Table<?> table, RecordField field) {
    var links = links(field.column());
    db.execute(
        """
        create table {0} (
          record_id uuid not null constraint {1} references {2} (id) on delete cascade,
          target_id uuid not null constraint {3} references {4} (id) on delete cascade,
          constraint {5} primary key (record_id, target_id)
        )
        """,
        links,
        part(field, "record_id_fkey"),
        table,
        part(field, "target_id_fkey"),
        field.references(),
        part(field, "pkey"));
    db.execute("create index {0} on {1} (target_id)", part(field, "target_id_idx"), links);
    Triggers.run(db, following(field));
    Triggers.run(db, leading(table, field));
    for (var event : Triggers.EVENTS) {
      Triggers.add(db, part(field, "lead_" + event), event, links, lead(field.column()));
      if (!event.equals("delete")) {
        Triggers.add(db, part(field, "follow_" + event), event, table, follow(field.column()));
      }
    }
  }

  void drop(DSLContext db, Field<?> column) {
    db.execute("drop table {0}", links(column));
    db.execute("drop function {0}() cascade", follow(column));
    db.execute("drop function {0}()", lead(column));
  }

  /// The links follow what is written into the array, in one statement: when the array is compared
  /// with them, they are complete.
  private static SQL following(RecordField field) {
    return DSL.sql(
        """
        create function {0}() returns trigger language plpgsql security definer
        set search_path = pg_catalog, public, pg_temp as $links$
        begin
          if tg_op = 'UPDATE' then
            with changed as (
              select n.id, coalesce(n.{2}, array[]::uuid[]) as targets
              from new_rows as n join old_rows as o on o.id = n.id
              where n.{2} is distinct from o.{2}
            ), gone as (
              delete from {1} as link using changed
              where link.record_id = changed.id and link.target_id <> all (changed.targets)
            )
            insert into {1} (record_id, target_id)
            select distinct changed.id, target
            from changed cross join lateral unnest(changed.targets) as target
            on conflict do nothing;
          else
            insert into {1} (record_id, target_id)
            select distinct n.id, target from new_rows as n
              cross join lateral unnest(n.{2}) as target
            on conflict do nothing;
          end if;
          return null;
        end
        $links$
        """,
        follow(field.column()), links(field.column()), column(field));
  }

  /// The array follows what happens to the links; whoever has written the array has nothing left to
  /// do here.
  private static SQL leading(Table<?> table, RecordField field) {
    return DSL.sql(
        """
        create function {0}() returns trigger language plpgsql security definer
        set search_path = pg_catalog, public, pg_temp as $links$
        declare touched uuid[];
        begin
          if tg_op = 'INSERT' then
            select array_agg(distinct record_id) into touched from new_rows;
          elsif tg_op = 'DELETE' then
            select array_agg(distinct record_id) into touched from old_rows;
          else
            select array_agg(distinct record_id) into touched
            from (select record_id from new_rows union select record_id from old_rows) as either;
          end if;
          if touched is null then
            return null;
          end if;
          update {2} as kept set {3} = nullif(linked.ids, array[]::uuid[])
          from (
            select r.id, coalesce(array_agg(link.target_id
              order by array_position(r.{3}, link.target_id), link.target_id)
              filter (where link.target_id is not null), array[]::uuid[]) as ids
            from {2} as r left join {1} as link on link.record_id = r.id
            where r.id = any (touched)
            group by r.id
          ) as linked
          where kept.id = linked.id and coalesce(kept.{3}, array[]::uuid[]) <> linked.ids;
          return null;
        end
        $links$
        """,
        lead(field.column()), links(field.column()), table, column(field));
  }

  private static Table<?> links(Field<?> column) {
    return DSL.table(name("public", column.getName()));
  }

  private static Name column(RecordField field) {
    return field.column().getUnqualifiedName();
  }

  private static Name part(RecordField field, String what) {
    return name(field.column().getName() + "_" + what);
  }

  private static Name follow(Field<?> column) {
    return name("public", column.getName() + "_follow");
  }

  private static Name lead(Field<?> column) {
    return name("public", column.getName() + "_lead");
  }
}
