package org.kezhi.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// Puts the rows of a database back to what the migrations inserted.
record Rows(Connection connection) {

  /// Copies what the migrations inserted into a schema of its own.
  void keepSeed() throws SQLException {
    run("create schema seed");
    for (var table : withRows(tables("public"))) {
      run("create table seed.%1$s as table public.%1$s".formatted(table));
    }
  }

  void reset() throws SQLException {
    endJobs();
    var tables = tables("public");
    truncate(withRows(tables), "cascade");
    var seed = tables("seed");
    if (!seed.isEmpty()) {
      insert(seed);
      tables.removeAll(seed);
      truncate(withRows(tables), "restrict");
    }
  }

  /// Work that an earlier test left behind must not meet the emptying of its tables.
  private void endJobs() throws SQLException {
    run("delete from scheduled_tasks where task_name = 'job' and not picked");
    for (var tries = 0; tries < 300 && isJobRunning(); tries++) {
      LockSupport.parkNanos(100_000_000);
    }
  }

  private boolean isJobRunning() throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select 1 from scheduled_tasks where task_name = 'job' and picked")) {
      return rows.next();
    }
  }

  private void truncate(List<String> tables, String others) throws SQLException {
    if (!tables.isEmpty()) {
      run("truncate %s restart identity %s".formatted(String.join(", ", tables), others));
    }
  }

  /// One statement for all tables, because foreign keys are checked at its end.
  private void insert(List<String> seed) throws SQLException {
    var inserts =
        IntStream.range(0, seed.size())
            .mapToObj(i ->
                "i%1$d as (insert into public.%2$s overriding system value table seed.%2$s)"
                    .formatted(i, seed.get(i)))
            .toList();
    run("with " + String.join(", ", inserts) + " select");
  }

  private List<String> withRows(List<String> tables) throws SQLException {
    var queries =
        tables.stream()
            .map("select '%1$s' where exists (select from public.%1$s)"::formatted)
            .toList();
    return tables.isEmpty() ? tables : strings(String.join(" union all ", queries));
  }

  /// Without the tags of searched fields, which a running program remembers for its whole life.
  private List<String> tables(String schema) throws SQLException {
    return strings(
        """
        select quote_ident(relname) from pg_class join pg_namespace n on n.oid = relnamespace
        where n.nspname = '%s' and relkind in ('r', 'p')
          and relname not in ('flyway_schema_history', 'search_field')
        """
            .formatted(schema));
  }

  private List<String> strings(String query) throws SQLException {
    var strings = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        strings.add(rows.getString(1));
      }
    }
    return strings;
  }

  private void run(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
