package org.kezhi.dbcodegen;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.meta.postgres.PostgresDatabase;

/// Hands jOOQ's generator a throw-away PostgreSQL on which our migrations have just been run.
public class MigratedPostgres extends PostgresDatabase {

  private EmbeddedPostgres server;

  @Override
  protected DSLContext create0() {
    if (server == null) {
      start();
    }
    return super.create0();
  }

  private void start() {
    Logger.getLogger("").setLevel(Level.WARNING);
    try {
      server = EmbeddedPostgres.builder().setLocaleConfig("locale", "C.UTF-8").start();
      Flyway.configure()
          .dataSource(server.getPostgresDatabase())
          .locations("filesystem:" + getProperties().getProperty("migrations"))
          .load()
          .migrate();
      setConnection(server.getPostgresDatabase().getConnection());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    super.close();
    try {
      if (server != null) {
        server.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
