package org.kezhi.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/// The PostgreSQL of this test run: a throw-away one, or the one that `KEZHI_TEST_DATABASE` names
/// (an address with user and password of somebody who may create databases and roles).
final class TestServer {

  private static final String SECRET = "test";
  private static final TestServer INSTANCE = new TestServer();

  private final String address;
  private final String template;

  private TestServer() {
    address =
        Objects.requireNonNullElseGet(System.getenv("KEZHI_TEST_DATABASE"), TestServer::start);
    role("kezhi_owner");
    role("kezhi_app");
    template = create("template0", "");
    Flyway.configure()
        .dataSource(url(template), "kezhi_owner", SECRET)
        .locations("classpath:db/migration")
        .load()
        .migrate();
    try (var connection = connectAsOwner(template)) {
      new Rows(connection).keepSeed();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static TestServer get() {
    return INSTANCE;
  }

  private static String start() {
    try {
      return EmbeddedPostgres.builder()
          .setLocaleConfig("locale-provider", "builtin")
          .setLocaleConfig("builtin-locale", "C.UTF-8")
          .setLocaleConfig("locale", "C.UTF-8")
          .setServerConfig("jit", "off")
          .start()
          .getJdbcUrl("postgres", "postgres");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void role(String name) {
    run(
        """
        do $$ begin
          if not exists (select from pg_roles where rolname = '%1$s') then
            create role %1$s login password '%2$s';
          end if;
        end $$\
        """
            .formatted(name, SECRET));
  }

  /// A migrated, empty database; dropped when the tests are over.
  String newDatabase() {
    return create(template, "");
  }

  /// A bare database with other qualities, such as a locale.
  String newDatabase(String qualities) {
    return create("template0", qualities);
  }

  private String create(String template, String qualities) {
    var name = "kezhi_test_" + UUID.randomUUID().toString().replace("-", "");
    run("create database %s template %s owner kezhi_owner %s".formatted(name, template, qualities));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> run("drop database if exists %s with (force)".formatted(name))));
    return name;
  }

  String url(String database) {
    var query = address.indexOf('?');
    var end = query < 0 ? address.length() : query;
    return address.substring(0, address.lastIndexOf('/', end) + 1) + database;
  }

  Connection connectAsOwner(String database) throws SQLException {
    return DriverManager.getConnection(url(database), "kezhi_owner", SECRET);
  }

  static String secret() {
    return SECRET;
  }

  private void run(String sql) {
    try (var connection = DriverManager.getConnection(address);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
