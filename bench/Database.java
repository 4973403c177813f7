import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** The database of the running program, opened as its owner. */
record Database(Path data) {

  Connection connect() throws SQLException, IOException {
    var home = data.resolve("postgres/server");
    var passwords = new Properties();
    try (var in = Files.newBufferedReader(home.resolve("passwords"))) {
      passwords.load(in);
    }
    var port = Files.readAllLines(home.resolve("data/postmaster.pid")).get(3).strip();
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/kezhi",
        "kezhi_owner",
        passwords.getProperty("kezhi_owner"));
  }

  void run(String sql) throws SQLException, IOException {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  double seconds(String sql) throws SQLException, IOException {
    var start = System.nanoTime();
    run(sql);
    return (System.nanoTime() - start) / 1e9;
  }

  String value(String sql) throws SQLException, IOException {
    try (var connection = connect();
        var rows = connection.createStatement().executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : "";
    }
  }
}
