package org.kezhi.warehouse;

import static org.jooq.impl.DSL.name;

import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// Has the queue of the warehouse told when what a company has added changes. The functions are
/// written anew with the columns that there are; all names in them are made up by us.
public final class CustomChanges {

  private static final String TRIGGER = "warehouse_custom_update";

  private CustomChanges() {}

  /// Every change of a table that a company has made matters.
  public static void followAll(DSLContext owner, Table<?> table) {
    for (var event : List.of("insert", "update", "delete")) {
      var rows = event.equals("delete") ? "old table as old_rows" : "new table as new_rows";
      owner.execute(
          "create trigger {0} after "
              + event
              + " on {1} referencing "
              + rows
              + " for each statement execute function warehouse_change_record({2})",
          name("warehouse_change_" + event),
          table,
          DSL.inline(table.getName()));
    }
  }

  /// Of a table that came with the program the columns that were added to it matter, too.
  ///
  /// @param source under which the queue knows the table
  public static void follow(
      DSLContext owner, Table<?> table, String source, List<Field<?>> columns) {
    var function = name("public", "warehouse_custom_" + table.getName());
    if (columns.isEmpty()) {
      owner.execute("drop function if exists {0}() cascade", function);
      return;
    }
    run(owner, function, source, columns);
    if (!isFollowed(owner, table)) {
      owner.execute(
          "create trigger {0} after update on {1} referencing old table as old_rows"
              + " new table as new_rows for each statement execute function {2}()",
          name(TRIGGER), table, function);
    }
  }

  /// Making a trigger waits for all who write into the table, so that it is made once.
  private static boolean isFollowed(DSLContext owner, Table<?> table) {
    return owner.fetchExists(
        DSL.selectOne()
            .from("pg_trigger")
            .where(
                "tgname = {0} and tgrelid = {1}::regclass",
                DSL.inline(TRIGGER), DSL.inline(table.getName())));
  }

  private static void run(DSLContext owner, Name function, String source, List<Field<?>> columns) {
    var sql =
        owner.renderInlined(
            DSL.sql(
                """
                create or replace function {0}() returns trigger language plpgsql security definer
                set search_path = pg_catalog, public, pg_temp set enable_nestloop = off as $queue$
                declare
                  changed uuid[];
                begin
                  changed := array(
                    select n.id from new_rows n join old_rows o on o.id = n.id
                    where (%s) is distinct from (%s));
                  if cardinality(changed) > 0 then
                    insert into warehouse_change (source, ids) values ({1}, changed);
                  end if;
                  return null;
                end
                $queue$
                """
                    .formatted(row(owner, "n", columns), row(owner, "o", columns)),
                function,
                DSL.inline(source)));
    owner.connection(connection -> {
      try (var statement = connection.createStatement()) {
        statement.execute(sql);
      }
    });
  }

  private static String row(DSLContext owner, String alias, List<Field<?>> columns) {
    return columns.stream()
        .map(column -> alias + "." + owner.render(column.getUnqualifiedName()))
        .collect(Collectors.joining(", ", "row(", ")"));
  }
}
