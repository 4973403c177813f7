package org.kezhi.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/// Brings the schema to this program's version and gives the application role its rights on it.
final class Migration implements FlywayMigrationStrategy {

  /// The journal of changes is written by triggers only, Flyway's by Flyway, and what the schema's
  /// custom part is by its owner: the program reads them.
  private static final List<String> RIGHTS =
      List.of(
          "grant usage on schema public to %s",
          "grant select, insert, update, delete on all tables in schema public to %s",
          "grant usage, select on all sequences in schema public to %s",
          "alter default privileges in schema public grant select, insert, update, delete on tables to %s",
          "alter default privileges in schema public grant usage, select on sequences to %s",
          "revoke insert, update, delete on audit_entry, audit_seal, flyway_schema_history, customization, custom_object, custom_field, custom_choice from %s");

  private final Database database;

  Migration(Database database) {
    this.database = database;
  }

  @Override
  public void migrate(Flyway flyway) {
    refuseNewerSchema(flyway);
    var changed = flyway.migrate().migrationsExecuted > 0;
    if (!database.app().user().equals(database.owner().user())) {
      grant(changed);
    }
  }

  private static void refuseNewerSchema(Flyway flyway) {
    for (var applied : flyway.info().applied()) {
      var version = applied.getVersion();
      if (version != null && !applied.getState().isResolved()) {
        throw StartProblem.newerSchema(version.toString());
      }
    }
  }

  /// One node at a time: PostgreSQL refuses two grants on one table at the same moment. Without new
  /// tables only a role that is new here needs them.
  private void grant(boolean changed) {
    try (var connection = database.owner().connect();
        var statement = connection.createStatement()) {
      if (changed || !mayRead(connection)) {
        connection.setAutoCommit(false);
        statement.execute("select pg_advisory_xact_lock(hashtext('kezhi rights'))");
        var app = statement.enquoteIdentifier(database.app().user(), true);
        for (var right : RIGHTS) {
          statement.execute(right.formatted(app));
        }
        connection.commit();
      }
    } catch (SQLException e) {
      throw StartProblem.of(e, database.owner());
    }
  }

  private boolean mayRead(Connection connection) throws SQLException {
    var sql = "select has_table_privilege(?, 'public.flyway_schema_history', 'select')";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, database.app().user());
      try (var rows = statement.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }
}
