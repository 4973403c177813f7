package org.kezhi.transfer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file with a table in it, and how it is to be read.
///
/// @param encoding the charset of a text file
/// @param delimiter what separates the cells of a text file
record TableFile(Path path, Format format, @Nullable String encoding, @Nullable String delimiter) {

  /// The kinds of files that are understood.
  enum Format {
    CSV("csv"),
    XLSX("xlsx");

    private final String code;

    Format(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }

    static Format of(String code) {
      return "xlsx".equals(code) ? XLSX : CSV;
    }
  }

  static TableFile recognise(Path path, String guessedEncoding) throws IOException {
    try (var in = Files.newInputStream(path)) {
      var head = in.readNBytes(4);
      if (head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4) {
        return new TableFile(path, Format.XLSX, null, null);
      }
    }
    return of(path, guessedEncoding, null);
  }

  /// A text file in this encoding; the delimiter is guessed where none is given.
  static TableFile of(Path path, String encoding, @Nullable String delimiter) throws IOException {
    if (delimiter != null) {
      return new TableFile(path, Format.CSV, encoding, delimiter);
    }
    try (var text = text(path, encoding)) {
      var guessed = String.valueOf(DelimiterGuess.of(text));
      return new TableFile(path, Format.CSV, encoding, guessed);
    }
  }

  RowSource open() {
    try {
      if (format == Format.XLSX) {
        return XlsxRows.open(path);
      }
      return new CsvRows(
          text(path, encoding == null ? "UTF-8" : encoding),
          delimiter == null || delimiter.isEmpty() ? ',' : delimiter.charAt(0));
    } catch (NoSuchFileException _) {
      throw TransferProblem.FILE_GONE.with();
    } catch (IOException | org.dhatim.fastexcel.reader.ExcelReaderException _) {
      throw TransferProblem.UNREADABLE_FILE.with();
    }
  }

  private static Reader text(Path path, String encoding) throws IOException {
    return new InputStreamReader(
        new BufferedInputStream(Files.newInputStream(path), 1 << 16), Charset.forName(encoding));
  }
}
