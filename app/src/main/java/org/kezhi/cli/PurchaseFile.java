package org.kezhi.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kezhi.model.Purchase;
import org.kezhi.sheet.DateText;
import org.kezhi.sheet.NumberText;
import org.kezhi.sheet.SourceRow;
import org.kezhi.sheet.TableFile;

/// A table of purchases: who, when, for how much.
final class PurchaseFile {

  private static final List<List<String>> HEADERS =
      List.of(List.of("customer", "客户"), List.of("date", "日期"), List.of("amount", "金额"));

  private final Path file;
  private final DateText dates = new DateText(ZoneOffset.UTC, true);
  private int[] columns = {};

  private PurchaseFile(Path file) {
    this.file = file;
  }

  static List<Purchase> read(Path file) {
    return new PurchaseFile(file).purchases();
  }

  private List<Purchase> purchases() {
    Server.requireFile(file);
    try (var rows = TableFile.recognise(file).open()) {
      var header = rows.next();
      if (header == null) {
        throw new CannotDo("%s is empty. 文件为空。".formatted(file));
      }
      columns = HEADERS.stream().mapToInt(names -> column(header, names)).toArray();
      var purchases = new ArrayList<Purchase>();
      for (var row = rows.next(); row != null; row = rows.next()) {
        purchases.add(purchase(row));
      }
      if (purchases.isEmpty()) {
        throw new CannotDo("%s has no purchases. 文件中没有购买记录。".formatted(file));
      }
      return purchases;
    } catch (IOException e) {
      throw new CannotDo("%s cannot be read: %s. 无法读取文件。".formatted(file, e.getMessage()));
    }
  }

  private int column(SourceRow header, List<String> names) {
    for (var column = 0; column < header.cells().size(); column++) {
      if (names.contains(header.cells().get(column).strip().toLowerCase(Locale.ROOT))) {
        return column;
      }
    }
    throw new CannotDo(
        "%s needs the columns customer, date, amount; %s is missing. 文件需包含客户、日期、金额三列。"
            .formatted(file, names.getFirst()));
  }

  private Purchase purchase(SourceRow row) {
    var customer = cell(row, 0);
    var day = dates.date(cell(row, 1));
    var amount = NumberText.read(cell(row, 2));
    if (row.fault() != null || customer.isEmpty() || day == null || amount == null) {
      throw new CannotDo(
          "Line %d of %s is no purchase: %s. 该行不是购买记录。"
              .formatted(row.line(), file, String.join(", ", row.cells())));
    }
    return new Purchase(customer, day, amount.doubleValue());
  }

  private String cell(SourceRow row, int number) {
    var column = columns[number];
    return column < row.cells().size() ? row.cells().get(column).strip() : "";
  }
}
