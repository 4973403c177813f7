package org.kezhi.cli;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/// A Kezhi that answers on this machine, as the file `run` in its data folder tells its owner.
record RunningProgram(int port, String key) {

  /// Where the data lies: `KEZHI_DATA`, or `data` in the current folder.
  static Path dataFolder() {
    var set =
        System.getProperty(
            "kezhi.data", Objects.requireNonNullElse(System.getenv("KEZHI_DATA"), ""));
    return Path.of(set.isBlank() ? "data" : set);
  }

  static Optional<RunningProgram> find(Path dataFolder) {
    var told = new Properties();
    try {
      told.load(new StringReader(Files.readString(dataFolder.resolve("run"))));
      var pid = Long.parseLong(told.getProperty("pid", "-1"));
      return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()
          ? Optional.of(
              new RunningProgram(
                  Integer.parseInt(told.getProperty("port", "")), told.getProperty("key", "")))
          : Optional.empty();
    } catch (NoSuchFileException | NumberFormatException _) {
      return Optional.empty();
    } catch (IOException _) {
      throw new CannotDo(
          "The file %s cannot be read; run the command as the user who started Kezhi. 请以启动客至的用户身份执行。"
              .formatted(dataFolder.resolve("run")));
    }
  }
}
