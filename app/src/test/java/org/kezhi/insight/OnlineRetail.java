package org.kezhi.insight;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/// The lines of the data set of the demo (UCI Online Retail), as they were published.
final class OnlineRetail {

  private static final String FILE = "online_retail_uci.csv.xz";
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private OnlineRetail() {}

  record Line(
      String invoice,
      String product,
      int quantity,
      LocalDateTime at,
      BigDecimal price,
      @Nullable String customer) {

    BigDecimal amount() {
      return price.multiply(BigDecimal.valueOf(quantity));
    }
  }

  /// Nothing where the project has no copy yet and none lies beside it.
  static Optional<List<Line>> lines() {
    try (var file = open()) {
      return file == null ? Optional.empty() : Optional.of(read(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable InputStream open() throws IOException {
    var own = OnlineRetail.class.getResourceAsStream("/demo/" + FILE);
    if (own != null) {
      return own;
    }
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      var file = folder.resolve("shared/data").resolve(FILE);
      if (Files.exists(file)) {
        return Files.newInputStream(file);
      }
    }
    return null;
  }

  private static List<Line> read(InputStream file) throws IOException {
    var text = new InputStreamReader(new XZInputStream(new BufferedInputStream(file)), UTF_8);
    try (var rows = CsvReader.builder().ofNamedCsvRecord(text)) {
      return rows.stream()
          .map(row ->
              new Line(
                  row.getField("InvoiceNo"),
                  row.getField("StockCode"),
                  Integer.parseInt(row.getField("Quantity")),
                  LocalDateTime.parse(row.getField("InvoiceDate"), TIME),
                  new BigDecimal(row.getField("UnitPrice")),
                  customer(row.getField("CustomerID"))))
          .toList();
    }
  }

  /// `17850.0` is customer 17850.
  private static @Nullable String customer(String number) {
    return number.isEmpty() ? null : number.substring(0, number.indexOf('.'));
  }
}
