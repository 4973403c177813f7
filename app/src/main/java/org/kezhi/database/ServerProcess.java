package org.kezhi.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/// Starts and stops the built-in server on its data.
record ServerProcess(Binaries binaries, List<String> prefix, Path home) {

  Path data() {
    return home.resolve("data");
  }

  Path log() {
    return home.resolve("start.log");
  }

  void start(int port) throws IOException {
    takeOver();
    Files.writeString(data().resolve("postgresql.conf"), ServerSettings.ofThisMachine().on(port));
    Files.writeString(data().resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
    Files.deleteIfExists(log());
    var outcome = control("start", "-l", log().toString(), "-t", "3600");
    if (!outcome.ok()) {
      throw StartProblem.serverFailed(lastWords(outcome), log());
    }
  }

  /// Stops a server that a killed program left behind. A leftover lock file is removed only when no
  /// process lives in the data any more: its number may by now belong to somebody else, whom
  /// PostgreSQL would take for a running server.
  private void takeOver() throws IOException {
    var left = LeftBehind.on(data());
    if (left.hasServer(data())) {
      stop();
      left = LeftBehind.on(data());
    }
    left.kill();
    Files.deleteIfExists(data().resolve("postmaster.pid"));
  }

  void stop() throws IOException {
    if (!control("stop", "-m", "fast", "-t", "120").ok()) {
      control("stop", "-m", "immediate", "-t", "30");
    }
  }

  OptionalLong pid() {
    return pid(data());
  }

  static OptionalLong pid(Path data) {
    try (var lines = Files.lines(data.resolve("postmaster.pid"))) {
      return lines.limit(1).mapToLong(line -> Long.parseLong(line.strip())).findFirst();
    } catch (IOException | UncheckedIOException | NumberFormatException _) {
      return OptionalLong.empty();
    }
  }

  Command.Outcome run(String input, String program, String... arguments) throws IOException {
    var words = Command.join(prefix, binaries.program(program));
    words.addAll(List.of(arguments));
    return Command.run(words, input);
  }

  private Command.Outcome control(String verb, String... options) throws IOException {
    var words = Command.join(prefix, binaries.program("pg_ctl"), verb);
    words.addAll(List.of("-w", "-s", "-D", data().toString()));
    words.addAll(List.of(options));
    return Command.run(words);
  }

  private String lastWords(Command.Outcome outcome) throws IOException {
    var told = Files.exists(log()) ? Files.readString(log()) : "";
    return told.isBlank() ? outcome.reason() : new Command.Outcome(outcome.code(), told).reason();
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
