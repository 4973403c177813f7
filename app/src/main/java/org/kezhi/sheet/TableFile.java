package org.kezhi.sheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file with a table in it, and how it is to be read.
///
/// @param encoding the charset of a text file
/// @param delimiter what separates the cells of a text file
/// @param sheet which sheet of a workbook is read
public record TableFile(
    Path path,
    Format format,
    @Nullable String encoding,
    @Nullable String delimiter,
    @Nullable String sheet) {

  /// The kinds of files that are understood.
  public enum Format {
    CSV("csv"),
    XLSX("xlsx");

    private final String code;

    Format(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    public static Format of(String code) {
      return "xlsx".equals(code) ? XLSX : CSV;
    }
  }

  /// Finds out how a file is to be read.
  public static TableFile recognise(Path path) throws IOException {
    try (var in = Files.newInputStream(path)) {
      var head = in.readNBytes(4);
      if (head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4) {
        return new TableFile(path, Format.XLSX, null, null, sheet(path));
      }
    }
    var encoding = EncodingGuess.of(path);
    try (var text = text(path, encoding)) {
      var delimiter = String.valueOf(DelimiterGuess.of(text));
      return new TableFile(path, Format.CSV, encoding, delimiter, null);
    }
  }

  private static @Nullable String sheet(Path path) {
    try {
      return XlsxRows.firstWithRows(path);
    } catch (IOException | org.dhatim.fastexcel.reader.ExcelReaderException _) {
      throw SheetProblem.UNREADABLE_FILE.with();
    }
  }

  /// The sheets of a workbook that can be seen, in their order.
  public List<String> sheets() {
    try {
      return format == Format.XLSX ? XlsxRows.sheets(path) : List.of();
    } catch (IOException | org.dhatim.fastexcel.reader.ExcelReaderException _) {
      throw SheetProblem.UNREADABLE_FILE.with();
    }
  }

  public RowSource open() {
    try {
      if (format == Format.XLSX) {
        return XlsxRows.open(path, sheet);
      }
      return new CsvRows(
          text(path, encoding == null ? "UTF-8" : encoding),
          delimiter == null || delimiter.isEmpty() ? ',' : delimiter.charAt(0));
    } catch (NoSuchFileException _) {
      throw SheetProblem.FILE_GONE.with();
    } catch (IOException | org.dhatim.fastexcel.reader.ExcelReaderException _) {
      throw SheetProblem.UNREADABLE_FILE.with();
    }
  }

  private static Reader text(Path path, String encoding) throws IOException {
    return new InputStreamReader(
        new BufferedInputStream(Files.newInputStream(path), 1 << 16), Charset.forName(encoding));
  }
}
