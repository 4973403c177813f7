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
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/// Keeps contents in the data folder: a content is on disk under its name before it is told to be
/// kept.
class FolderStore implements ContentStore {

  private final Path folder;

  FolderStore(Path folder) {
    this.folder = folder;
  }

  @Override
  public void keep(Path sealed, String sha256) {
    var place = place(sha256);
    var target = place.resolve(sha256);
    try {
      if (size(sha256).equals(OptionalLong.of(Files.size(sealed)))) {
        return;
      }
      Files.createDirectories(place);
      Disk.sync(folder);
      var beside = place.resolve(sha256 + "." + UUID.randomUUID() + UNFINISHED);
      try {
        link(sealed, beside);
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        // a name of a file does not go where the other one is a name of the same file
        Files.deleteIfExists(beside);
      }
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

  @Override
  public OptionalLong size(String sha256) {
    try {
      return Files.isRegularFile(path(sha256))
          ? OptionalLong.of(Files.size(path(sha256)))
          : OptionalLong.empty();
    } catch (NoSuchFileException _) {
      return OptionalLong.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Resource get(String sha256) {
    if (size(sha256).isEmpty()) {
      throw FileProblem.CONTENT_MISSING.with();
    }
    return new FileSystemResource(path(sha256));
  }

  @Override
  public void delete(String name) {
    try {
      Files.deleteIfExists(path(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Kept> in(String place) {
    if (!Files.isDirectory(folder.resolve(place))) {
      return List.of();
    }
    try (var files = Files.list(folder.resolve(place))) {
      return files.flatMap(file -> kept(file).stream()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Kept> kept(Path file) {
    try {
      var facts = Files.readAttributes(file, BasicFileAttributes.class);
      var name = file.getFileName().toString();
      return Optional.of(new Kept(name, facts.size(), facts.lastModifiedTime().toInstant()));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Nothing but a hash names a file here, so no name leads out of the folder.
  Path path(String name) {
    return place(name).resolve(name);
  }

  private Path place(String name) {
    return folder.resolve(name.substring(0, 2));
  }
}
