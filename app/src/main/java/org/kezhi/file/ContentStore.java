package org.kezhi.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.kezhi.database.DataFolder;
import org.springframework.stereotype.Component;

/// Holds contents by their hash, each once, in the data folder. A content is on disk with its name
/// before anybody can refer to it.
@Component
class ContentStore {

  private final Path folder;

  ContentStore(DataFolder data) {
    data.folder("files");
    this.folder = data.folder("files/content");
  }

  /// Keeps the bytes of a file that is sealed; the file itself stays.
  void keep(Path sealed, String sha256) {
    var place = place(sha256);
    var target = place.resolve(sha256);
    try {
      if (Files.exists(target) && Files.size(target) == Files.size(sealed)) {
        return;
      }
      Files.createDirectories(place);
      Disk.sync(folder);
      var beside = place.resolve(sha256 + ".new");
      Files.deleteIfExists(beside);
      link(sealed, beside);
      Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
      Disk.sync(place);
    } catch (IOException e) {
      throw Disk.full(e);
    }
  }

  /// A second name costs nothing; where a disk knows none, it is a copy.
  private static void link(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
    } catch (UnsupportedOperationException | FileAlreadyExistsException _) {
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
      try (var copy = FileChannel.open(to, StandardOpenOption.WRITE)) {
        copy.force(true);
      }
    }
  }

  /// Where a content lies, if it does.
  Optional<Path> find(String sha256) {
    return Optional.of(path(sha256)).filter(Files::isRegularFile);
  }

  Path get(String sha256) {
    return find(sha256).orElseThrow(() -> FileProblem.CONTENT_MISSING.with());
  }

  void delete(String sha256) {
    try {
      Files.deleteIfExists(path(sha256));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Names every file that lies there since before a moment.
  void forEachSince(Instant moment, Consumer<String> look) {
    try (var all = Files.walk(folder)) {
      all.filter(Files::isRegularFile)
          .filter(file -> isOlder(file, moment))
          .forEach(file -> look.accept(file.getFileName().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOlder(Path file, Instant moment) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
    } catch (NoSuchFileException _) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Nothing but a hash names a file here, so no name leads out of the folder.
  private Path path(String name) {
    return place(name).resolve(name);
  }

  private Path place(String name) {
    return folder.resolve(name.substring(0, 2));
  }
}
