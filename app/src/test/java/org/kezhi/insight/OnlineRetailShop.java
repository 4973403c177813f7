package org.kezhi.insight;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.kezhi.db.Tables.CUSTOMER;
import static org.kezhi.db.Tables.ORDER_LINE;
import static org.kezhi.db.Tables.PRODUCT;
import static org.kezhi.db.Tables.SALES_ORDER;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.kezhi.platform.Ids;
import org.kezhi.warehouse.PostgresRows;

/// Puts the lines of the demo into PostgreSQL as customers, products, orders and order lines.
final class OnlineRetailShop {

  static final ZoneId ZONE = ZoneId.of("Europe/London");

  private final DSLContext db;
  private final Path folder;
  private final List<OnlineRetail.Line> lines;
  private final Map<String, UUID> customers = new HashMap<>();
  private final Map<String, UUID> products = new HashMap<>();
  private final Map<String, UUID> orders = new HashMap<>();

  OnlineRetailShop(DSLContext db, Path folder, List<OnlineRetail.Line> lines) {
    this.db = db;
    this.folder = folder;
    this.lines = lines;
  }

  void fill() throws IOException {
    copy(
        CUSTOMER,
        List.of(CUSTOMER.ID, CUSTOMER.CODE, CUSTOMER.NAME),
        distinct(OnlineRetail.Line::customer, customers),
        code -> customers.get(code) + "," + code + "," + code);
    copy(
        PRODUCT,
        List.of(PRODUCT.ID, PRODUCT.CODE, PRODUCT.NAME, PRODUCT.CURRENCY),
        distinct(OnlineRetail.Line::product, products),
        code -> products.get(code) + "," + code + "," + code + ",GBP");
    var headers = new TreeMap<String, OnlineRetail.Line>();
    for (var line : lines) {
      headers.merge(line.invoice(), line, (a, b) -> b.at().isBefore(a.at()) ? b : a);
      orders.computeIfAbsent(line.invoice(), _ -> Ids.next());
    }
    copy(
        SALES_ORDER,
        List.of(
            SALES_ORDER.ID,
            SALES_ORDER.CODE,
            SALES_ORDER.CUSTOMER_ID,
            SALES_ORDER.ORDERED_AT,
            SALES_ORDER.CURRENCY),
        headers.values(),
        line ->
            String.join(
                ",",
                orders.get(line.invoice()).toString(),
                line.invoice(),
                line.customer() == null ? "" : customers.get(line.customer()).toString(),
                instant(line.at()),
                "GBP"));
    copy(
        ORDER_LINE,
        List.of(
            ORDER_LINE.ID,
            ORDER_LINE.ORDER_ID,
            ORDER_LINE.LINE_NO,
            ORDER_LINE.PRODUCT_ID,
            ORDER_LINE.QUANTITY,
            ORDER_LINE.UNIT_PRICE,
            ORDER_LINE.AMOUNT),
        lines,
        line ->
            "%s,%s,1,%s,%d,%s,%s"
                .formatted(
                    Ids.next(),
                    orders.get(line.invoice()),
                    products.get(line.product()),
                    line.quantity(),
                    line.price().toPlainString(),
                    line.amount().toPlainString()));
  }

  private static String instant(LocalDateTime local) {
    return local.atZone(ZONE).toInstant().toString();
  }

  private List<String> distinct(Function<OnlineRetail.Line, String> column, Map<String, UUID> ids) {
    var values = lines.stream().map(column).filter(code -> code != null).distinct().toList();
    values.forEach(value -> ids.put(value, Ids.next()));
    return values;
  }

  private <T> void copy(
      Table<?> table, List<Field<?>> columns, Iterable<T> rows, Function<T, String> csv)
      throws IOException {
    var file = Files.createTempFile(folder, table.getName(), ".csv");
    try (BufferedWriter writer = Files.newBufferedWriter(file, UTF_8)) {
      for (var row : rows) {
        writer.write(csv.apply(row));
        writer.newLine();
      }
    }
    PostgresRows.copyIn(db, table, columns, file);
    Files.delete(file);
  }
}
