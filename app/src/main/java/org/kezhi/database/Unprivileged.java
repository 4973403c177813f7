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
    if (id("uid", Path.of("/proc/self")) != 0) {
      return List.of();
    }
    if (id("uid", folder) == 0) {
      if (works(List.of("unshare", "--user", "true"))) {
        return List.of("unshare", "--user");
      }
      giveToNobody(folder);
    }
    var owner = as(id("uid", folder), id("gid", folder));
    if (!works(Command.join(owner, "test", "-w", folder.toString()))) {
      throw StartProblem.onlyRoot(folder);
    }
    return owner;
  }

  private static int id(String kind, Path path) throws IOException {
    return (int) Files.getAttribute(path, "unix:" + kind);
  }

  private static List<String> as(int user, int group) {
    return List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups");
  }

  private static boolean works(List<String> command) {
    try {
      return Command.run(command).ok();
    } catch (IOException _) {
      return false;
    }
  }

  /// The folder above lets nobody pass, though not look. Nothing is given away in vain: where
  /// nobody could not even come so far, all stays as it is.
  private static void giveToNobody(Path folder) throws IOException {
    var parent = folder.resolve("..").normalize();
    var above = parent.resolve("..").normalize();
    if (!works(Command.join(as(NOBODY, NOBODY), "test", "-x", above.toString()))) {
      throw StartProblem.onlyRoot(folder);
    }
    Files.setAttribute(folder, "unix:uid", NOBODY);
    Files.setAttribute(folder, "unix:gid", NOBODY);
    Files.setAttribute(parent, "unix:mode", (int) Files.getAttribute(parent, "unix:mode") | 0111);
  }
}
