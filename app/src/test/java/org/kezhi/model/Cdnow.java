package org.kezhi.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// Purchases of a tenth of the customers who first bought at CDNOW in early 1997 (Fader and Hardie,
/// brucehardie.com/datasets).
final class Cdnow {

  static final LocalDate CALIBRATION_END = LocalDate.of(1997, 9, 30);

  private Cdnow() {}

  static List<Purchase> purchases() {
    try (var stream = Cdnow.class.getResourceAsStream("/cdnow/cdnow_sample.txt.gz");
        var lines =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(stream), StandardCharsets.US_ASCII))) {
      return lines.lines().map(Cdnow::purchase).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<CustomerPurchases> customers() {
    return CustomerPurchases.of(purchases(), CALIBRATION_END);
  }

  static PurchaseHistories histories() {
    return PurchaseHistories.of(customers().stream().map(CustomerPurchases::history).toList());
  }

  private static Purchase purchase(String line) {
    var parts = line.strip().split("\\s+");
    var day = LocalDate.parse(parts[2], DateTimeFormatter.BASIC_ISO_DATE);
    return new Purchase(parts[1], day, Double.parseDouble(parts[4]));
  }
}
