package org.kezhi.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.CUSTOMER_VALUE;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivityClassTests {

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
  void isAWhenBoughtInEveryMonth() {
    buyIn("A", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    buyIn("B", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);

    assertThat(classes("A", "B")).isEqualTo("AA");
  }

  @Test
  void isBWhenBoughtWithinEveryThreeMonths() {
    buyIn("A", 3, 6, 9, 12);
    buyIn("B", 1, 4, 7, 10, 13);
    buyIn("C", 3, 5, 9, 12);
    buyIn("D", 4, 7, 10, 13);

    assertThat(classes("A", "B", "C", "D")).isEqualTo("BBWW");
  }

  @Test
  void looksOnlySinceTheMonthOfTheFirstPurchase() {
    buyIn("A", 1, 2, 3);
    buyIn("B", 3);
    buyIn("C", 2);
    buyIn("D", 0);
    buyIn("E", 4);

    assertThat(classes("A", "B", "C", "D", "E")).isEqualTo("ABNNW");
  }

  @Test
  void isLostSixMonthsAfterTheLastPurchase() {
    book.sale("A", "1", "2026-05-22").sale("B", "1", "2026-05-23").sale("C", "1", "2020-01-01");

    assertThat(classes("A", "B", "C")).isEqualTo("CWC");
  }

  @Test
  void ignoresTheUnfinishedMonthExceptForTheLoss() {
    buyIn("A", 0, 20);
    buyIn("B", 0, 1, 2, 4);

    assertThat(classes("A", "B")).isEqualTo("WB");
  }

  @Test
  void hasNoneWithoutAPurchase() {
    book.returned("A", "1", "2026-10-01");
    book.customer("B");

    var figures = book.today();

    assertThat(figures.of(CUSTOMER_VALUE.ACTIVITY_CLASS, "A", "B")).containsExactly("none", "none");
    assertThat(figures.of(CUSTOMER_VALUE.ACTIVITY_TREND, "A", "B"))
        .containsExactly("------------", "------------");
  }

  @Test
  void followsTheClassThroughTheMonths() {
    buyIn("A", 14, 13, 12, 11, 10, 9);

    assertThat(book.today().of("A", CUSTOMER_VALUE.ACTIVITY_TREND)).isEqualTo("CCCWWWBBAAAA");
  }

  @Test
  void givesTheTrendWhatEachMonthEndWouldHaveGiven() {
    IntStream.range(0, 40)
        .forEach(n ->
            book.sale(
                "C" + n % 9,
                "1",
                SalesBook.TODAY.minusDays(n * n % 700L).toString(),
                SalesBook.TODAY.minusDays(n * 37L % 500).withDayOfMonth(1).toString()));

    var trends = book.today();

    for (int back = 0; back < 12; back++) {
      var then = book.on(SalesBook.TODAY.withDayOfMonth(1).minusMonths(back));
      for (int n = 0; n < 9; n++) {
        var expected = then.of("C" + n, CUSTOMER_VALUE.ACTIVITY_CLASS).replace("none", "-");
        assertThat(trends.of("C" + n, CUSTOMER_VALUE.ACTIVITY_TREND).charAt(back))
            .as("C%d %d months back", n, back)
            .isEqualTo(expected.charAt(0));
      }
    }
  }

  @Test
  void countsTheClassesOfEachMonth() {
    buyIn("A", 1, 2, 3);
    buyIn("B", 2, 3);

    var months = book.overview(SalesBook.TODAY).activity().months();

    assertThat(months).hasSize(12);
    assertThat(months.getLast())
        .isEqualTo(new ValueOverview.ActivityMonth("2026-10", 1, 1, 0, 0, 0));
    assertThat(months.get(10)).isEqualTo(new ValueOverview.ActivityMonth("2026-09", 0, 0, 0, 0, 2));
  }

  /// Buys in the middle of the n-th months before this one.
  private void buyIn(String code, int... monthsBack) {
    var thisMonth = YearMonth.from(SalesBook.TODAY);
    for (int back : monthsBack) {
      book.sale(code, "1", thisMonth.minusMonths(back).atDay(15).toString());
    }
  }

  private String classes(String... codes) {
    return String.join("", book.today().of(CUSTOMER_VALUE.ACTIVITY_CLASS, codes));
  }
}
