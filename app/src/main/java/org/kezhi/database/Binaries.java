package org.kezhi.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/// The programs of PostgreSQL, unpacked once from the archive that Kezhi carries.
record Binaries(Path home, String majorVersion) {

  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

  String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  static Binaries unpack(Path folder) throws IOException {
    var system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    var archive = Binaries.class.getResource(ARCHIVE);
    if (archive == null || !system.equals("Linux amd64")) {
      throw StartProblem.wrongSystem(system);
    }
    var connection = (JarURLConnection) archive.openConnection();
    var home = folder.resolve("bin-%08x".formatted(connection.getJarEntry().getCrc()));
    if (!Files.exists(home)) {
      unpack(connection, home);
      deleteOthers(folder, home);
    }
    return new Binaries(home, Files.readString(home.resolve("version")));
  }

  private static void unpack(JarURLConnection archive, Path home) throws IOException {
    var part = home.resolveSibling("bin-part");
    delete(part);
    try (var stream = archive.getInputStream();
        var tar = new TarArchiveInputStream(new XZInputStream(stream))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var target = part.resolve(entry.getName()).normalize();
        if (target.startsWith(part) && !entry.getName().endsWith(".a")) {
          write(entry, tar, target);
        }
      }
    }
    Files.writeString(part.resolve("version"), version(part));
    Files.move(part, home, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, target);
      Files.setAttribute(target, "unix:mode", entry.getMode() & 0755);
    }
  }

  private static String version(Path home) throws IOException {
    var words = Command.run(List.of(home.resolve("bin/postgres").toString(), "--version"));
    return words.lastLine().replaceAll("^\\D*(\\d+).*$", "$1");
  }

  private static void deleteOthers(Path folder, Path home) throws IOException {
    try (var others = Files.newDirectoryStream(folder, "bin-*")) {
      for (var other : others) {
        if (!other.equals(home)) {
          delete(other);
        }
      }
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException problem)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
