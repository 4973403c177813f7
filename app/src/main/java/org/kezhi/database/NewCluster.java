package org.kezhi.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Makes the data directory of the built-in server with its roles and its database: whole, or not
/// at all.
record NewCluster(ServerProcess server) {

  static void create(Binaries binaries, Path folder) throws IOException {
    var part = folder.resolve("server-part");
    Binaries.delete(part);
    var server = new ServerProcess(binaries, Unprivileged.prefix(folder), part);
    new NewCluster(server).create(Passwords.generate());
    Files.move(part, folder.resolve("server"), StandardCopyOption.ATOMIC_MOVE);
  }

  private void create(Passwords passwords) throws IOException {
    must(
        server.run(
            "",
            "initdb",
            "--pgdata=" + server.data(),
            "--username=postgres",
            "--auth=reject",
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C.UTF-8",
            "--data-checksums"));
    passwords.write(server.home().resolve("passwords"));
    must(
        server.run(
            roles(passwords),
            "postgres",
            "--single",
            "-D",
            server.data().toString(),
            "-c",
            "exit_on_error=on",
            "postgres"));
  }

  /// In single-user mode, so that no half-made server ever listens; one statement per line.
  private static String roles(Passwords passwords) {
    return """
    alter role postgres password '%s'
    create role kezhi_owner login password '%s'
    create role kezhi_app login password '%s'
    create database kezhi owner kezhi_owner
    revoke all on database kezhi from public
    grant connect, temporary on database kezhi to kezhi_app
    """
        .formatted(passwords.superuser(), passwords.owner(), passwords.app());
  }

  private void must(Command.Outcome outcome) {
    if (!outcome.ok()) {
      throw StartProblem.serverFailed(outcome.reason(), server.home());
    }
  }
}
