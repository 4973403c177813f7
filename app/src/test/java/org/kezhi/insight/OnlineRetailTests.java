package org.kezhi.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.kezhi.db.Tables.CUSTOMER;
import static org.kezhi.db.Tables.CUSTOMER_VALUE;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kezhi.measure.ValueOverview;
import org.kezhi.measure.ValueSettings.AsOf;
import org.kezhi.measure.ValueSettings.AsOfMode;
import org.kezhi.platform.Settings;
import org.kezhi.testing.AppTest;
import org.springframework.beans.factory.annotation.Autowired;

/// All 541,909 lines of the demo: the program's figures against the reference numbers, against a
/// second computation and against the page that people read.
@AppTest
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class OnlineRetailTests {

  private static final LocalDate AS_OF = LocalDate.parse("2011-12-10");

  @Autowired DSLContext db;
  @Autowired Settings settings;
  @Autowired ValueFigures figures;

  @Test
  void givesTheReferenceNumbersAndThoseOfASecondComputation(@TempDir Path folder)
      throws IOException {
    var lines = OnlineRetail.lines();
    assumeTrue(
        lines.isPresent(),
        "SKIPPED: the data set online_retail_uci.csv.xz is neither in the project nor beside it");
    settings.company(OnlineRetailShop.ZONE, "GBP");
    new OnlineRetailShop(db, folder, lines.orElseThrow()).fill();

    var run = figures.run(new AsOf(AsOfMode.lastSale, null), null, _ -> {});

    assertThat(run.asOf()).isEqualTo(AS_OF);
    assertReferenceNumbers(figures.overview());
    var plain = new PlainFigures(lines.orElseThrow(), AS_OF);
    assertThat(rows()).containsExactlyEntriesOf(rows(plain));
    assertThat(figures.overview().concentration().gini().doubleValue())
        .isCloseTo(plain.gini(), within(0.000001));
    assertPage(DemoFigures.page(figures.overview()));
  }

  private static void assertReferenceNumbers(ValueOverview overview) {
    var totals = overview.totals();
    assertThat(totals.lines()).isEqualTo(541_909);
    assertThat(totals.linesWithoutCustomer()).isEqualTo(135_080);
    assertThat(totals.customers()).isEqualTo(4_372);
    assertThat(totals.buyers()).isEqualTo(4_338);
    assertThat(totals.revenue()).isEqualByComparingTo("9747747.934");
    assertThat(totals.attributedRevenue()).isEqualByComparingTo("8300065.814");
    assertLayer(overview, 0, "top", 44, "2483794.18");
    assertLayer(overview, 1, "big", 173, "1537979.63");
    assertLayer(overview, 2, "medium", 651, "2093538.081");
    assertLayer(overview, 3, "small", 3_470, "2195165.163");
  }

  private static void assertLayer(
      ValueOverview overview, int index, String name, long customers, String revenue) {
    var layer = overview.pyramid().layers().get(index);
    assertThat(layer.layer()).isEqualTo(name);
    assertThat(layer.customers()).isEqualTo(customers);
    assertThat(layer.revenue()).isEqualByComparingTo(revenue);
  }

  private Map<String, String> rows() {
    var value = CUSTOMER_VALUE;
    var rows = new TreeMap<String, String>();
    db.select(CUSTOMER.CODE)
        .select(value.LAYER, value.LAYER_BY_PROFIT, value.PREVIOUS_LAYER, value.REVENUE)
        .select(value.FIRST_PURCHASE, value.LAST_PURCHASE, value.FREQUENCY)
        .select(value.R_SCORE, value.F_SCORE, value.M_SCORE, value.RFM_CLASS, value.RFM_SEGMENT)
        .select(value.ACTIVITY_CLASS, value.ACTIVITY_TREND, value.REVENUE_CLASS)
        .select(value.STAGE, value.DECLINING)
        .from(value)
        .join(CUSTOMER)
        .on(CUSTOMER.ID.eq(value.CUSTOMER_ID))
        .forEach(row -> rows.put(row.get(CUSTOMER.CODE), text(row)));
    return rows;
  }

  private static String text(Record row) {
    var text = new StringBuilder();
    for (int i = 1; i < row.size(); i++) {
      var cell = row.get(i);
      text.append(cell instanceof BigDecimal amount ? amount(amount) : cell).append(' ');
    }
    return text.toString();
  }

  private static Map<String, String> rows(PlainFigures plain) {
    var r = plain.recencyScores();
    var f = plain.frequencyScores();
    var m = plain.monetaryScores();
    var classes = plain.rfmClasses();
    var revenueClasses = plain.revenueClasses();
    var rows = new TreeMap<String, String>();
    for (var customer : plain.customers()) {
      var code = customer.code;
      var segment = r.containsKey(code) ? PlainFigures.segment(r.get(code), f.get(code)) : "none";
      var first = customer.purchases.isEmpty() ? null : customer.purchases.first();
      rows.put(
          code,
          "%s %s %s %s %s %s %d %d %d %d %s %s %s %s %s %s %s "
              .formatted(
                  plain.layer(customer),
                  plain.layer(customer),
                  plain.earlierLayer(customer),
                  amount(plain.revenue(customer)),
                  first,
                  plain.lastPurchase(customer),
                  plain.frequency(customer),
                  r.getOrDefault(code, 0),
                  f.getOrDefault(code, 0),
                  m.getOrDefault(code, 0),
                  classes.getOrDefault(code, "none"),
                  segment,
                  plain.activityClass(customer, AS_OF),
                  plain.trend(customer),
                  revenueClasses.getOrDefault(code, "none"),
                  plain.stage(customer),
                  plain.isDeclining(customer)));
    }
    return rows;
  }

  private static String amount(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }

  /// The page is written anew when the environment says so: `KEZHI_WRITE_DOCS=1`.
  private static void assertPage(String page) throws IOException {
    var file = Path.of("").toAbsolutePath().resolveSibling("docs").resolve("demo-figures.md");
    if ("1".equals(System.getenv("KEZHI_WRITE_DOCS"))) {
      Files.writeString(file, page);
    }
    assertThat(file).content().isEqualTo(page);
  }
}
