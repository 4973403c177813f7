package org.kezhi.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// Refuses a workbook that would be harmful to read. It really inflates every part and counts, with
/// the same reader of archives that the parser uses, because sizes in the directory can lie.
final class ZipGuard {

  private static final int MOST_ENTRIES = 1_000;
  private static final long LARGEST_SHEET = 1L << 30;
  private static final long LARGEST_PART = 64L << 20;
  private static final long LARGEST_TOTAL = 3L << 29;
  private static final long FREE_OF_RATIO = 8L << 20;
  private static final long HIGHEST_RATIO = 150;

  private ZipGuard() {}

  /// The names of the parts, in lower case.
  static Set<String> check(Path file) throws IOException {
    try (var zip = ZipFile.builder().setPath(file).get()) {
      var entries = Collections.list(zip.getEntries());
      if (entries.size() > MOST_ENTRIES) {
        throw SheetProblem.DANGEROUS_FILE.with();
      }
      var names = new HashSet<String>();
      var total = 0L;
      for (var entry : entries) {
        if (!names.add(entry.getName().toLowerCase(Locale.ROOT)) || !zip.canReadEntryData(entry)) {
          throw SheetProblem.DANGEROUS_FILE.with();
        }
        try (var part = zip.getInputStream(entry)) {
          total += inflate(part, entry, LARGEST_TOTAL - total);
        }
      }
      return names;
    }
  }

  private static long inflate(InputStream part, ZipArchiveEntry entry, long left)
      throws IOException {
    var sheet = entry.getName().toLowerCase(Locale.ROOT).contains("worksheets/");
    var most = Math.min(left, sheet ? LARGEST_SHEET : LARGEST_PART);
    var compressed = Math.max(entry.getCompressedSize(), 1);
    var addresses = new CellAddresses();
    var buffer = new byte[1 << 16];
    var size = 0L;
    for (var count = part.read(buffer); count >= 0; count = part.read(buffer)) {
      size += count;
      if (size > most || (size > FREE_OF_RATIO && size / compressed > HIGHEST_RATIO)) {
        throw SheetProblem.DANGEROUS_FILE.with();
      }
      addresses.look(buffer, count);
    }
    return size;
  }
}
