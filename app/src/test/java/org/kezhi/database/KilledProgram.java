package org.kezhi.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/// A program of its own that runs the built-in database until it is killed.
final class KilledProgram implements AutoCloseable {

  private final Process process;

  private KilledProgram(Process process) {
    this.process = process;
  }

  /// Starts it, and waits until it has written the row.
  static KilledProgram thatWrites(Path folder, String row) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                KilledProgram.class.getName(),
                folder.toString(),
                row)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader output = process.inputReader();
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      if (line.equals("written")) {
        return new KilledProgram(process);
      }
    }
    throw new IOException("the program ended before it had written");
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  /// Never returns: it is there to be killed.
  public static void main(String[] arguments) throws Exception {
    var database = EmbeddedDatabase.start(DataFolder.open(Path.of(arguments[0])));
    try (var connection = database.owner().connect();
        var statement = connection.prepareStatement("insert into note values (?)")) {
      statement.setString(1, arguments[1]);
      statement.execute();
    }
    System.out.println("written");
    Thread.sleep(Long.MAX_VALUE);
  }
}
