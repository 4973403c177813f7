package org.kezhi.warehouse;

import static org.jooq.impl.DSL.inline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// The door to the analytical engine: a DuckDB file in the data folder, opened for a run at a time.
///
/// It is closed in between, so that its memory is free and the file is nobody's.
public class Warehouse {

  private final Path folder;
  private final String memory;
  private final int threads;
  private final Semaphore use = new Semaphore(1);

  /// @param memory what DuckDB may use, in its own notation, such as `2GB`
  public Warehouse(Path folder, String memory, int threads) {
    this.folder = folder;
    this.memory = memory;
    this.threads = threads;
  }

  /// Waits until nobody else in this program uses the warehouse.
  public Session open() {
    use.acquireUninterruptibly();
    try {
      return new Session();
    } catch (SQLException | IOException e) {
      use.release();
      throw new IllegalStateException("The warehouse in " + folder + " cannot be opened", e);
    }
  }

  /// One use of the warehouse.
  public final class Session implements AutoCloseable {

    private final java.sql.Connection connection;
    private final DSLContext db;

    private Session() throws SQLException, IOException {
      removeLeftovers();
      var options = new Properties();
      options.setProperty("memory_limit", memory);
      options.setProperty("threads", Integer.toString(threads));
      options.setProperty("temp_directory", temporary().toString());
      options.setProperty("autoinstall_known_extensions", "false");
      options.setProperty("autoload_known_extensions", "false");
      options.setProperty("preserve_insertion_order", "false");
      var file = folder.resolve("warehouse.duckdb");
      connection = DriverManager.getConnection("jdbc:duckdb:" + file, options);
      db = DSL.using(connection, SQLDialect.DUCKDB);
      StarSchema.create(db);
    }

    public DSLContext db() {
      return db;
    }

    private Path file(String stem) {
      try {
        return Files.createTempFile(temporary(), stem, ".csv");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /// Adds the rows of a CSV file to a table with the same columns.
    void read(Table<?> table, Path file) {
      db.execute(
          "copy {0} from {1} (format csv, header false, delimiter ',', quote '\"', escape '\"',"
              + " auto_detect false, parallel false)",
          table, inline(file.toString()));
    }

    /// Does something with a file, then something else, and deletes it.
    public void through(Consumer<Path> write, Consumer<Path> read) {
      var file = file("rows");
      try {
        write.accept(file);
        read.accept(file);
      } finally {
        delete(file);
      }
    }

    @Override
    public void close() {
      try {
        connection.close();
      } catch (SQLException e) {
        throw new IllegalStateException("The warehouse cannot be closed", e);
      } finally {
        use.release();
      }
    }
  }

  /// Files that a killed program left behind; nobody else uses the folder now.
  private void removeLeftovers() throws IOException {
    Files.createDirectories(temporary());
    try (var files = Files.newDirectoryStream(temporary(), "*.csv")) {
      for (var file : files) {
        Files.delete(file);
      }
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path temporary() {
    return folder.resolve("tmp");
  }
}
