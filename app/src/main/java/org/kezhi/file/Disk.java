package org.kezhi.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.kezhi.platform.Problem;

/// What the disk must promise before the database does, and how it says that it is full.
final class Disk {

  /// Room that is left to the database, which lies beside.
  private static final long RESERVE = 256L << 20;

  private Disk() {}

  /// Makes names and places in a folder survive a power cut.
  static void sync(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /// Refuses what cannot fit before it is sent.
  static void requireRoom(Path folder, long bytes) {
    try {
      if (Files.getFileStore(folder).getUsableSpace() - RESERVE < bytes) {
        throw FileProblem.STORAGE_FULL.with();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The problem that a failed write is; any other fault is ours.
  static Problem full(IOException fault) {
    var words = String.valueOf(fault.getMessage());
    if (words.contains("No space left") || words.contains("quota exceeded")) {
      return FileProblem.STORAGE_FULL.with();
    }
    throw new UncheckedIOException(fault);
  }
}
