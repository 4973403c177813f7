package org.kezhi.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The PostgreSQL that Kezhi brings along: its data lie in the data folder, and it runs as long as
/// Kezhi runs. Should it die on its own, it is started again.
final class EmbeddedDatabase implements Database {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final ServerProcess server;
  private final Passwords passwords;
  private final int port;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile boolean closed;

  private EmbeddedDatabase(ServerProcess server, Passwords passwords, int port) {
    this.server = server;
    this.passwords = passwords;
    this.port = port;
  }

  static EmbeddedDatabase start(DataFolder data) {
    var folder = data.folder("postgres");
    try {
      var binaries = Binaries.unpack(folder);
      var home = folder.resolve("server");
      if (!Files.exists(home)) {
        NewCluster.create(binaries, folder);
      }
      refuseOtherVersion(binaries, home);
      var server = new ServerProcess(binaries, Unprivileged.prefix(home.resolve("data")), home);
      var port = ServerProcess.freePort();
      server.start(port);
      var database = new EmbeddedDatabase(server, Passwords.read(home.resolve("passwords")), port);
      Thread.ofVirtual().name("database-watch").start(database::watch);
      return database;
    } catch (IOException e) {
      throw StartProblem.of(e, folder);
    }
  }

  private static void refuseOtherVersion(Binaries binaries, Path home) throws IOException {
    var found = Files.readString(home.resolve("data/PG_VERSION")).strip();
    if (!found.equals(binaries.majorVersion())) {
      throw StartProblem.otherMajorVersion(home, found, binaries.majorVersion());
    }
  }

  @Override
  public Login owner() {
    return login("kezhi_owner", passwords.owner());
  }

  @Override
  public Login app() {
    return login("kezhi_app", passwords.app());
  }

  private Login login(String user, String password) {
    return new Login("jdbc:postgresql://127.0.0.1:" + port + "/kezhi", user, password);
  }

  private void watch() {
    try {
      while (!closed) {
        var process = server.pid().stream().boxed().findFirst().flatMap(ProcessHandle::of);
        process.ifPresent(running -> running.onExit().join());
        revive();
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void revive() {
    turn.lock();
    try {
      if (!closed) {
        log.error("The database ended unexpectedly and is started again");
        server.start(port);
        log.info("The database is back");
      }
    } catch (IOException | StartProblem e) {
      log.error("The database could not be started again; next try in {} s", PAUSE.toSeconds(), e);
    } finally {
      turn.unlock();
    }
  }

  @Override
  public void close() {
    turn.lock();
    try {
      closed = true;
      server.stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      turn.unlock();
    }
  }
}
