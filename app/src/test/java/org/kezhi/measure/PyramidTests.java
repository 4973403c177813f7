package org.kezhi.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.CUSTOMER_VALUE;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezhi.measure.ValueOverview.Move;

class PyramidTests {

  private static SalesBook book;

  @BeforeAll
  static void open(@TempDir Path folder) {
    book = new SalesBook(folder);
  }

  @AfterEach
  void clear() {
    book.clear();
  }

  @AfterAll
  static void close() {
    book.close();
  }

  @Test
  void roundsTheLastRankOfALayerUp() {
    for (int n = 1; n <= 41; n++) {
      book.sale("C%02d".formatted(n), Integer.toString(1000 - n), "2026-10-01");
    }

    var figures = book.today();

    assertThat(figures.of(CUSTOMER_VALUE.LAYER, "C01", "C02", "C03", "C04", "C09", "C10", "C41"))
        .containsExactly("top", "big", "big", "medium", "medium", "small", "small");
    assertThat(figures.of(CUSTOMER_VALUE.RANK, "C01", "C41")).containsExactly(1, 41);
  }

  @Test
  void cutsWithoutRoundingErrors() {
    assertThat(Ranking.lastRank(300, new BigDecimal("0.01"))).isEqualTo(3);
    assertThat(Ranking.lastRank(4338, new BigDecimal("0.01"))).isEqualTo(44);
    assertThat(Ranking.lastRank(1, new BigDecimal("0.20"))).isEqualTo(1);
  }

  @Test
  void breaksTiesByTheCustomersCode() {
    book.sale("b", "5", "2026-10-01").sale("a", "5", "2026-10-01").sale("B", "5", "2026-10-01");

    assertThat(book.today().of(CUSTOMER_VALUE.RANK, "B", "a", "b")).containsExactly(1, 2, 3);
  }

  @Test
  void ranksByProfitToo() {
    book.saleWithCost("A", "100", "99", "2026-10-01").saleWithCost("B", "50", "10", "2026-10-01");

    var figures = book.today();

    assertThat(figures.of(CUSTOMER_VALUE.LAYER, "A", "B")).containsExactly("top", "small");
    assertThat(figures.of(CUSTOMER_VALUE.LAYER_BY_PROFIT, "A", "B"))
        .containsExactly("small", "top");
    assertThat(figures.of("A", CUSTOMER_VALUE.PROFIT)).isEqualByComparingTo("1");
  }

  @Test
  void namesThoseBelowTheBuyers() {
    book.sale("buyer", "1", "2026-10-01").sale("inactive", "1", "2020-01-01");
    book.returned("returns only", "1", "2026-10-01");
    book.contact("called", "call", "2026-10-01").contact("person known", "person", "2026-10-01");
    book.line("asked", "draft", "1", "5", "0", "2026-10-01");
    book.customer("unknown");

    var figures = book.today();

    assertThat(
            figures.of(
                CUSTOMER_VALUE.LAYER,
                "buyer",
                "inactive",
                "returns only",
                "called",
                "person known",
                "asked",
                "unknown"))
        .containsExactly("top", "inactive", "none", "prospect", "prospect", "prospect", "suspect");
    assertThat(figures.of("called", CUSTOMER_VALUE.CONTACT_COUNT)).isEqualTo(1);
    assertThat(figures.of("person known", CUSTOMER_VALUE.CONTACT_COUNT)).isZero();
  }

  @Test
  void comparesWithTheDayThreeMonthsEarlier() {
    book.sale("rises", "10", "2026-01-01").sale("rises", "900", "2026-11-01");
    book.sale("falls", "500", "2026-01-01");
    book.sale("new", "1", "2026-10-01");
    book.sale("lost", "7", "2024-08-23");
    book.contact("known", "visit", "2026-01-01").sale("known", "2", "2026-08-22");

    var figures = book.today();

    assertThat(figures.of(CUSTOMER_VALUE.PREVIOUS_LAYER, "rises", "falls", "new", "lost", "known"))
        .containsExactly("small", "top", "suspect", "small", "prospect");
    assertThat(figures.of(CUSTOMER_VALUE.LAYER, "rises", "falls", "new", "lost", "known"))
        .containsExactly("top", "small", "small", "inactive", "small");
  }

  @Test
  void countsTheMoves() {
    book.sale("rises", "10", "2026-01-01").sale("rises", "900", "2026-11-01");
    book.sale("falls", "500", "2026-01-01").sale("new", "1", "2026-10-01");

    var overview = book.overview(SalesBook.TODAY);

    assertThat(overview.pyramid().migration())
        .containsExactlyInAnyOrder(
            new Move("small", "top", 1, new BigDecimal("910")),
            new Move("top", "small", 1, new BigDecimal("500")),
            new Move("suspect", "small", 1, new BigDecimal("1")));
    assertThat(overview.totals().upRate()).isEqualByComparingTo("0.5");
    assertThat(overview.totals().downRate()).isEqualByComparingTo("0.5");
    assertThat(overview.totals().newBuyers()).isEqualTo(1);
  }

  @Test
  void givesAnEmptyCompanyAnEmptyOverview() {
    var overview = book.overview(SalesBook.TODAY);

    assertThat(overview.totals().customers()).isZero();
    assertThat(overview.concentration().gini()).isNull();
    assertThat(overview.pyramid().layers()).hasSize(8);
    assertThat(overview.totals().upRate()).isNull();
  }
}
