package org.kezhi.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// The folder that holds all that Kezhi keeps; one running program owns it.
public final class DataFolder implements AutoCloseable {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /// Makes the folder if it is not there, and says so if that cannot be done.
  public static Path prepare(Path folder) {
    var path = folder.toAbsolutePath().normalize();
    try {
      if (!Files.isDirectory(path)) {
        Files.createDirectories(path.getParent());
        Files.createDirectory(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      }
      if (!Files.isWritable(path)) {
        throw new IOException("no permission to write");
      }
      return path.toRealPath();
    } catch (IOException e) {
      throw StartProblem.of(e, path);
    }
  }

  static DataFolder open(Path folder) {
    var path = prepare(folder);
    try {
      var channel = FileChannel.open(path.resolve("lock"), CREATE, READ, WRITE);
      if (!locked(channel)) {
        var holder = Files.readString(path.resolve("lock")).strip();
        channel.close();
        throw StartProblem.folderInUse(path, holder);
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(UTF_8)));
      return new DataFolder(path, channel);
    } catch (IOException e) {
      throw StartProblem.of(e, path);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      return false;
    }
  }

  public Path path() {
    return path;
  }

  /// A folder inside, readable by its owner only; made when it is asked for.
  public Path folder(String name) {
    return prepare(path.resolve(name));
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
