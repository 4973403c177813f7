package org.kezhi.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/// The file `run` in the data folder, there as long as Kezhi answers: tells the command line of the
/// same person where, and with which key.
record RunFile(Path path) {

  static RunFile in(Path folder) {
    return new RunFile(folder.resolve("run"));
  }

  void write(int port, String key) throws IOException {
    var fresh = path.resolveSibling("run.new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        fresh, "pid=%d\nport=%d\nkey=%s\n".formatted(ProcessHandle.current().pid(), port, key));
    Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
  }

  void delete() throws IOException {
    Files.deleteIfExists(path);
  }
}
