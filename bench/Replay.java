import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The statements of the newest value run, as the program's log holds them at level debug of jOOQ,
 * run once more in bare DuckDB on a copy of the warehouse.
 */
record Replay(Path data) {

  private static final Pattern ENTRY =
      Pattern.compile("^(\\S+) +DEBUG .*LoggerListener +: (Executing \\w+(?: \\w+)?|-> with bind values) *: (.*)$");

  private record Statement(OffsetDateTime at, String sql) {}

  /** How long the program took for the statements, and how long they take without it. */
  record Times(int statements, double program, double bare) {

    @Override
    public String toString() {
      return "%d statements, in the program %.1f s, in bare DuckDB %.1f s, ratio %.2f"
          .formatted(statements, program, bare, program / bare);
    }
  }

  Times run() throws IOException, SQLException {
    var statements = newestRun();
    var last = statements.removeLast();
    var program = Duration.between(statements.getFirst().at(), last.at()).toMillis() / 1e3;
    var copy = Files.createTempFile("warehouse", ".duckdb");
    try {
      Files.copy(data.resolve("warehouse/warehouse.duckdb"), copy, StandardCopyOption.REPLACE_EXISTING);
      return new Times(statements.size(), program, seconds(copy, statements));
    } finally {
      Files.delete(copy);
    }
  }

  private static double seconds(Path file, List<Statement> statements) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        var statement = connection.createStatement()) {
      statement.execute("set threads = 2");
      statement.execute("set preserve_insertion_order = false");
      var start = System.nanoTime();
      for (var one : statements) {
        try (var own = connection.createStatement()) {
          own.execute(one.sql());
        } catch (SQLException e) {
          if (!String.valueOf(e.getMessage()).startsWith("Catalog Error")) {
            throw e;
          } // about a table of PostgreSQL
        }
      }
      return (System.nanoTime() - start) / 1e9;
    }
  }

  /** From the first statement after the run was entered to the copy of its figures to a file. */
  private List<Statement> newestRun() throws IOException {
    var run = new ArrayList<Statement>();
    var begun = false;
    for (var line : Files.readAllLines(data.resolve("log/kezhi.log"))) {
      var entry = ENTRY.matcher(line);
      if (entry.matches()) {
        var statement = new Statement(OffsetDateTime.parse(entry.group(1)), entry.group(3));
        if (statement.sql().startsWith("insert into \"value_run\"")) {
          run.clear();
          begun = true;
        } else if (begun) {
          if (entry.group(2).startsWith("->")) {
            run.removeLast();
          }
          run.add(statement);
          begun = !statement.sql().startsWith("copy (");
        }
      }
    }
    return run;
  }
}
