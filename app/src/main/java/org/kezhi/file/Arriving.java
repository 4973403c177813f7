package org.kezhi.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.kezhi.database.DataFolder;
import org.springframework.stereotype.Component;

/// Keeps what has arrived of files that are not whole yet. How much that is, the disk says.
@Component
class Arriving {

  private static final int PIECE = 64 * 1024;

  private final Path folder;

  Arriving(DataFolder data) {
    data.folder("files");
    this.folder = data.folder("files/arriving");
  }

  Path path(UUID upload) {
    return folder.resolve(upload.toString());
  }

  void requireRoom(long bytes) {
    Disk.requireRoom(folder, bytes);
  }

  long size(UUID upload) {
    try {
      return Files.exists(path(upload)) ? Files.size(path(upload)) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Appends what comes. If the sender breaks off, what has come stays; if the disk is full or more
  /// comes than was announced, nothing of this piece does.
  void append(UUID upload, InputStream in, long most) {
    try (var out =
        FileChannel.open(
            path(upload),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.APPEND)) {
      var before = out.size();
      var piece = new byte[PIECE];
      long written = 0;
      for (var read = read(in, piece); read >= 0; read = read(in, piece)) {
        written += read;
        if (written > most) {
          out.truncate(before);
          throw FileProblem.UPLOAD_TOO_LONG.with();
        }
        write(out, ByteBuffer.wrap(piece, 0, read), before);
      }
    } catch (IOException e) {
      throw Disk.full(e);
    }
  }

  private static int read(InputStream in, byte[] piece) {
    try {
      return in.read(piece);
    } catch (IOException _) {
      throw FileProblem.UPLOAD_BROKE_OFF.with();
    }
  }

  private static void write(FileChannel out, ByteBuffer piece, long before) throws IOException {
    try {
      while (piece.hasRemaining()) {
        out.write(piece);
      }
    } catch (IOException e) {
      out.truncate(before);
      throw e;
    }
  }

  /// Has the disk keep a whole file, and tells its hash.
  String seal(UUID upload) {
    try (var channel =
        FileChannel.open(path(upload), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      channel.force(true);
      return Hash.of(Channels.newInputStream(channel));
    } catch (IOException e) {
      throw Disk.full(e);
    }
  }

  void delete(UUID upload) {
    try {
      Files.deleteIfExists(path(upload));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Uploads of which something lies here since before a moment.
  List<UUID> untouchedSince(Instant moment) {
    var found = new ArrayList<UUID>();
    try (var parts = Files.list(folder)) {
      for (var part : parts.toList()) {
        if (Files.getLastModifiedTime(part).toInstant().isBefore(moment)) {
          found.add(UUID.fromString(part.getFileName().toString()));
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// SHA-256 in hexadecimal digits.
  static final class Hash {

    private Hash() {}

    static String of(InputStream in) throws IOException {
      try {
        var digest = MessageDigest.getInstance("SHA-256");
        var piece = new byte[PIECE];
        for (var read = in.read(piece); read >= 0; read = in.read(piece)) {
          digest.update(piece, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
