package org.kezhi.customization;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.SQL;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// Puts triggers in place that look at all rows of a statement at once.
final class Triggers {

  static final List<String> EVENTS = List.of("insert", "update", "delete");

  private Triggers() {}

  /// @param event one of [#EVENTS]
  static void add(DSLContext db, Name trigger, String event, Table<?> table, Name function) {
    var rows =
        switch (event) {
          case "insert" -> "new table as new_rows";
          case "delete" -> "old table as old_rows";
          default -> "old table as old_rows new table as new_rows";
        };
    run(
        db,
        DSL.sql(
            "create trigger {0} after "
                + event
                + " on {1} referencing "
                + rows
                + " for each statement execute function {2}()",
            trigger,
            table,
            function));
  }

  /// JDBC would take a question mark or a dollar quote apart; there are no parameters in it.
  static void run(DSLContext db, SQL sql) {
    var text = db.renderInlined(sql);
    db.connection(connection -> {
      try (var statement = connection.createStatement()) {
        statement.execute(text);
      }
    });
  }
}
