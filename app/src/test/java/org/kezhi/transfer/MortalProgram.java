package org.kezhi.transfer;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.kezhi.Kezhi;
import org.kezhi.testing.Api;
import org.springframework.test.web.servlet.client.RestTestClient;

/// The real program with its built-in database, in processes of their own that can be killed.
public final class MortalProgram {

  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final Path folder;
  private final Process process;
  private final Api api;

  private MortalProgram(Path folder, Process process, Api api) {
    this.folder = folder;
    this.process = process;
    this.api = api;
  }

  /// Starts the program on a data folder and waits until it answers.
  public static MortalProgram start(Path folder) throws IOException {
    var builder = new ProcessBuilder(command()).redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("console").toFile());
    builder.environment().put("KEZHI_DATA", folder.resolve("data").toString());
    builder.environment().put("KEZHI_PORT", "0");
    builder.environment().remove("KEZHI_DATABASE_URL");
    var process = builder.start();
    var pid = String.valueOf(process.pid());
    await(() -> pid.equals(told(folder).getProperty("pid")) || !process.isAlive());
    var told = told(folder);
    if (!process.isAlive()) {
      throw new IOException(Files.readString(folder.resolve("console")));
    }
    var client =
        RestTestClient.bindToServer()
            .baseUrl("http://127.0.0.1:" + told.getProperty("port"))
            .build();
    return new MortalProgram(
        folder, process, new Api(client, new UUID(0, 0), told.getProperty("key")));
  }

  /// The program as the tests were compiled with, or the command that somebody wants to be tried.
  private static List<String> command() {
    var given = System.getProperty("kezhi.kill.command", "");
    return given.isEmpty()
        ? List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx768m",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Kezhi.class.getName())
        : List.of(given.split(" ", -1));
  }

  public Api api() {
    return api;
  }

  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /// Kills PostgreSQL with all its processes, as a power cut would.
  public void killDatabase() throws IOException {
    var data = folder.toRealPath().resolve("data/postgres/server/data");
    var server = ProcessHandle.allProcesses().filter(each -> worksIn(data, each)).toList();
    server.forEach(ProcessHandle::destroyForcibly);
    CompletableFuture.allOf(
            server.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
        .join();
  }

  /// A value straight from the database, past the program.
  public String value(String query) throws IOException, SQLException {
    try (var connection = connect();
        var rows = connection.createStatement().executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private Connection connect() throws IOException, SQLException {
    var home = folder.resolve("data/postgres/server");
    var port = Files.readAllLines(home.resolve("data/postmaster.pid")).get(3).strip();
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/kezhi",
        "kezhi_owner",
        properties(home.resolve("passwords")).getProperty("kezhi_owner"));
  }

  public static void await(BooleanSupplier condition) {
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new AssertionError("Nothing happens");
      }
      pause(20);
    }
  }

  public static void pause(long milliseconds) {
    LockSupport.parkNanos(Duration.ofMillis(milliseconds).toNanos());
  }

  private static Properties told(Path folder) {
    return properties(folder.resolve("data/run"));
  }

  private static Properties properties(Path file) {
    var lines = new Properties();
    try {
      if (Files.exists(file)) {
        lines.load(new StringReader(Files.readString(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  private static boolean worksIn(Path data, ProcessHandle process) {
    try {
      var cwd = Path.of("/proc", Long.toString(process.pid()), "cwd");
      return Files.readSymbolicLink(cwd).equals(data);
    } catch (IOException _) {
      return false;
    }
  }
}
