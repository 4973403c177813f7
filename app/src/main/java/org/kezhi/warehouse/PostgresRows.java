package org.kezhi.warehouse;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.postgresql.PGConnection;

/// Moves rows between PostgreSQL and files by COPY, within the transaction of its caller.
public final class PostgresRows {

  private PostgresRows() {}

  static long copyOut(DSLContext db, Select<?> rows, Path file) {
    var copy = "copy (" + db.renderInlined(rows) + ") to stdout (format csv)";
    return db.connectionResult(connection -> {
      try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  public static long copyIn(DSLContext db, Table<?> table, List<Field<?>> columns, Path file) {
    var names =
        columns.stream()
            .map(column -> db.render(column.getUnqualifiedName()))
            .collect(Collectors.joining(", "));
    var copy = "copy " + db.render(table) + " (" + names + ") from stdin (format csv)";
    return db.connectionResult(connection -> {
      try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, in, 1 << 16);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }
}
