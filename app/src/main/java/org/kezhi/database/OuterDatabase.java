package org.kezhi.database;

import java.sql.Connection;
import java.sql.SQLException;

/// A PostgreSQL that others run; checked before it is used, left alone when Kezhi stops.
record OuterDatabase(Login owner, Login app) implements Database {

  private static final int OLDEST_VERSION = 15;

  OuterDatabase check() {
    check(owner);
    if (!app.equals(owner)) {
      check(app);
    }
    return this;
  }

  private static void check(Login login) {
    try (var connection = login.connect()) {
      if (connection.getMetaData().getDatabaseMajorVersion() < OLDEST_VERSION) {
        throw StartProblem.oldServer(
            OLDEST_VERSION, connection.getMetaData().getDatabaseProductVersion());
      }
      if (!"UTF8".equals(one(connection, "show server_encoding"))) {
        throw StartProblem.notUnicode(one(connection, "show server_encoding"));
      }
      // Under ctype C, PostgreSQL neither lowers É nor takes a Chinese character for a letter.
      if (!"t".equals(one(connection, "select lower('É') = 'é' and '客' ~ '^\\w$'"))) {
        throw StartProblem.knowsNoLetters();
      }
    } catch (SQLException e) {
      throw StartProblem.of(e, login);
    }
  }

  private static String one(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Override
  public void close() {}
}
