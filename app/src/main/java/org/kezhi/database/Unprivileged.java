package org.kezhi.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The words that, put before a command, make it run as somebody else than root, which PostgreSQL
/// refuses to run as.
final class Unprivileged {

  private static final int NOBODY = 65534;

  private Unprivileged() {}

  /// For work on the given folder: as the folder's owner if that is not root; else in a user
  /// namespace, where root keeps its files but not its powers; else as nobody.
  static List<String> prefix(Path folder) throws IOException {
    if (owner(Path.of("/proc/self")) != 0) {
      return List.of();
    }
    var owner = owner(folder);
    if (owner != 0) {
      return as(owner);
    }
    if (works(List.of("unshare", "--user"))) {
      return List.of("unshare", "--user");
    }
    if (works(as(NOBODY))) {
      giveTo(folder);
      return as(NOBODY);
    }
    throw StartProblem.onlyRoot();
  }

  private static int owner(Path path) throws IOException {
    return (int) Files.getAttribute(path, "unix:uid");
  }

  private static List<String> as(int user) {
    return List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups");
  }

  private static boolean works(List<String> prefix) {
    try {
      return Command.run(Command.join(prefix, "true")).ok();
    } catch (IOException _) {
      return false;
    }
  }

  /// The folders above must let nobody pass, though not look.
  private static void giveTo(Path folder) throws IOException {
    Files.setAttribute(folder, "unix:uid", NOBODY);
    Files.setAttribute(folder, "unix:gid", NOBODY);
    var parent = folder.getParent();
    Files.setAttribute(parent, "unix:mode", (int) Files.getAttribute(parent, "unix:mode") | 0111);
  }
}
