package org.kezhi.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs a program of the operating system to its end.
final class Command {

  private Command() {}

  /// What the program was given and what came of it.
  record Outcome(int code, String output) {
    boolean ok() {
      return code == 0;
    }

    /// The line that tells best why it failed.
    String reason() {
      return output
          .lines()
          .filter(line -> line.contains("No space left") || line.matches(".*(error|FATAL):.*"))
          .findFirst()
          .orElseGet(this::lastLine)
          .strip();
    }

    String lastLine() {
      return output.lines().filter(line -> !line.isBlank()).reduce("", (_, line) -> line).strip();
    }
  }

  static Outcome run(List<String> words) throws IOException {
    return run(words, "");
  }

  static Outcome run(List<String> words, String input) throws IOException {
    var builder = new ProcessBuilder(words).directory(Path.of("/").toFile());
    builder.redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    var process = builder.start();
    try (var stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(UTF_8));
    }
    var output = new String(process.getInputStream().readAllBytes(), UTF_8);
    try {
      return new Outcome(process.waitFor(), output);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while running " + words.getFirst(), e);
    }
  }

  static List<String> join(List<String> first, String... more) {
    var words = new ArrayList<>(first);
    words.addAll(List.of(more));
    return words;
  }
}
