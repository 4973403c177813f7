import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Random;

/** Lines of sales to import, and how fast bare PostgreSQL takes as many into the same table. */
record Sales(Database database, int lines) {

  private static final int LINES_PER_ORDER = 4;

  /** Writes a file with orders that are not there yet, for customers and products that are. */
  void write(Path file, int customers) throws IOException {
    var random = new Random(7);
    var run = Long.toString(System.currentTimeMillis(), 36).toUpperCase();
    try (var out = Files.newBufferedWriter(file)) {
      out.write("order,orderedAt,customer,product,quantity,unitPrice\n");
      var customer = 0;
      for (var line = 0; line < lines; line++) {
        if (line % LINES_PER_ORDER == 0) {
          customer = 1 + (int) (customers * Math.pow(random.nextDouble(), 3));
        }
        out.write(
            "%s-%d,2026-%02d-%02d %02d:30,K%08d,P%d,%d,%d.50\n"
                .formatted(run, line / LINES_PER_ORDER, 1 + random.nextInt(10), 1 + random.nextInt(28),
                    random.nextInt(24), customer, 1 + random.nextInt(2000), 1 + random.nextInt(12),
                    1 + random.nextInt(400)));
      }
    }
  }

  /** Seconds of one INSERT … SELECT with keys and indexes but without our triggers; rolled back. */
  double bare() throws SQLException, IOException {
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          """
          create temp table source on commit drop as
          select gen_random_uuid() as id, o.id as order_id, 1000 + n as line_no,
            md5('product' || (1 + (o.i * 4 + n) %% 2000))::uuid as product_id,
            (1 + n)::numeric as quantity, 9.5::numeric as unit_price
          from (select id, row_number() over () as i from sales_order limit %d) o, generate_series(1, %d) n
          """
              .formatted(lines / LINES_PER_ORDER, LINES_PER_ORDER));
      statement.execute("alter table order_line disable trigger user");
      statement.execute("set local plan_cache_mode = auto");
      var start = System.nanoTime();
      statement.execute(
          """
          insert into order_line (id, order_id, line_no, product_id, quantity, unit_price, amount)
          select id, order_id, line_no, product_id, quantity, unit_price, quantity * unit_price
          from source
          """);
      // keys to other tables are checked at the end of the statement
      var seconds = (System.nanoTime() - start) / 1e9;
      connection.rollback();
      return seconds;
    }
  }
}
