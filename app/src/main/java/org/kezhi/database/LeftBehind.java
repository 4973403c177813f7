package org.kezhi.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// What still works on the data of a server whose program was killed. The caller holds the lock of
/// the data folder, so nobody else can be meant to.
record LeftBehind(List<ProcessHandle> processes) {

  /// Every process of PostgreSQL lives in its data directory, also one whose postmaster is gone.
  static LeftBehind on(Path data) {
    return new LeftBehind(
        ProcessHandle.allProcesses().filter(process -> livesIn(data, process)).toList());
  }

  private static boolean livesIn(Path data, ProcessHandle process) {
    try {
      return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
          .equals(data);
    } catch (IOException _) {
      return false;
    }
  }

  boolean hasServer(Path data) {
    return ServerProcess.pid(data).stream()
        .anyMatch(pid -> processes.stream().anyMatch(process -> process.pid() == pid));
  }

  /// Ends all of them at once, as a power cut would; PostgreSQL recovers when it starts.
  void kill() {
    processes.forEach(ProcessHandle::destroyForcibly);
    CompletableFuture.allOf(
            processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
        .orTimeout(30, TimeUnit.SECONDS)
        .join();
  }
}
