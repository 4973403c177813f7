package org.kezhi.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.CUSTOMER_VALUE;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kezhi.measure.ValueSettings.Scoring;
import org.kezhi.measure.ValueSettings.ScoringMethod;

class RfmTests {

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
  void countsAPurchaseOncePerDay() {
    book.sale("西湖茶庄", "10", "2026-10-01", "2026-10-01", "2026-10-02");

    var figures = book.today();

    assertThat(figures.of("西湖茶庄", CUSTOMER_VALUE.FREQUENCY)).isEqualTo(2);
    assertThat(figures.of("西湖茶庄", CUSTOMER_VALUE.MONETARY)).isEqualByComparingTo("30");
  }

  @Test
  void leavesOutTheDayItselfAndKeepsTheFirstDayOfTheWindow() {
    book.sale("A", "1", "2024-11-21", "2024-11-22", "2026-11-21", "2026-11-22");

    var figures = book.today();

    assertThat(figures.of("A", CUSTOMER_VALUE.FREQUENCY)).isEqualTo(2);
    assertThat(figures.of("A", CUSTOMER_VALUE.REVENUE)).isEqualByComparingTo("2");
    assertThat(figures.of("A", CUSTOMER_VALUE.PURCHASE_COUNT)).isEqualTo(3);
    assertThat(figures.of("A", CUSTOMER_VALUE.FIRST_PURCHASE)).isEqualTo("2024-11-21");
    assertThat(figures.of("A", CUSTOMER_VALUE.LAST_PURCHASE)).isEqualTo("2026-11-21");
  }

  @Test
  void givesTheOnlyBuyerTheBestScores() {
    book.sale("A", "1", "2026-10-01");

    var figures = book.today();

    assertThat(scores(figures, "A")).containsExactly(5, 5, 5);
    assertThat(figures.of("A", CUSTOMER_VALUE.RFM_CLASS)).isEqualTo("generalRetain");
    assertThat(figures.of("A", CUSTOMER_VALUE.RFM_SEGMENT)).isEqualTo("champions");
  }

  @Test
  void letsTiesShareTheLowerRank() {
    book.sale("A", "5", "2026-10-01").sale("B", "5", "2026-10-01").sale("C", "5", "2026-10-01");
    book.sale("D", "5", "2026-10-02", "2026-10-03");

    var figures = book.today();

    assertThat(figures.of(CUSTOMER_VALUE.F_SCORE, "A", "B", "C", "D"))
        .containsExactly((short) 1, (short) 1, (short) 1, (short) 5);
    assertThat(figures.of(CUSTOMER_VALUE.R_SCORE, "A", "D")).containsExactly((short) 1, (short) 5);
  }

  @Test
  void cutsTheRanksAtFifths() {
    for (int n = 0; n <= 10; n++) {
      book.sale("C%02d".formatted(n), Integer.toString(n + 1), "2026-10-01");
    }

    var figures = book.today();

    var scores = new int[11];
    for (int n = 0; n <= 10; n++) {
      scores[n] = figures.of("C%02d".formatted(n), CUSTOMER_VALUE.M_SCORE);
    }
    assertThat(scores).containsExactly(1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 5);
  }

  @Test
  void scoresNobodyWithoutAPurchaseInTheWindow() {
    book.returned("A", "5", "2026-10-01").sale("B", "5", "2020-01-01");
    book.line("C", "confirmed", "1", "0", "0", "2026-10-01").sale("D", "7", "2026-10-01");

    var figures = book.today();

    for (var code : List.of("A", "B", "C")) {
      assertThat(scores(figures, code)).containsExactly(0, 0, 0);
      assertThat(figures.of(code, CUSTOMER_VALUE.RFM_CLASS)).isEqualTo("none");
      assertThat(figures.of(code, CUSTOMER_VALUE.RFM_SEGMENT)).isEqualTo("none");
      assertThat(figures.of(code, CUSTOMER_VALUE.MONETARY)).isEqualByComparingTo("0");
    }
    assertThat(figures.of("A", CUSTOMER_VALUE.REVENUE)).isEqualByComparingTo("-5");
  }

  @Test
  void countsOrdersFromTheStateThatTheSettingsName() {
    for (var state : List.of("draft", "confirmed", "shipped", "delivered", "paid", "cancelled")) {
      book.line("A", state, "1", "1", "0", "2026-10-01");
    }

    assertThat(book.today().of("A", CUSTOMER_VALUE.REVENUE)).isEqualByComparingTo("4");
  }

  @Test
  void comparesWithTheMeanOfTheRawValues() {
    book.sale("A", "100", "2026-11-21", "2026-11-20", "2026-11-19");
    book.sale("B", "10", "2026-11-18").sale("C", "10", "2026-01-01");
    book.sale("D", "300", "2026-01-02");

    var figures = book.today();

    assertThat(figures.of(CUSTOMER_VALUE.RFM_CLASS, "A", "B", "C", "D"))
        .containsExactly("keyValue", "generalDevelop", "generalRetain", "keyRetain");
  }

  @Test
  void isNotAboveTheMeanWhenEqualToIt() {
    book.sale("A", "10", "2026-11-01").sale("B", "10", "2026-11-01");

    assertThat(book.today().of(CUSTOMER_VALUE.RFM_CLASS, "A", "B"))
        .containsExactly("generalRetain", "generalRetain");
  }

  @Test
  void scoresByBandsWhenAsked() {
    var defaults = ValueSettings.defaults();
    var bands = defaults.scoring();
    book.with(
        new ValueSettings(
            defaults.asOf(),
            24,
            3,
            defaults.countFrom(),
            new Scoring(
                ScoringMethod.bands, bands.recencyDays(), bands.frequency(), bands.monetary()),
            defaults.layers(),
            defaults.revenueClasses(),
            defaults.activity(),
            defaults.stage()));
    book.sale("A", "1000", "2026-10-23").sale("B", "99", "2026-10-22", "2026-10-21");

    var figures = book.today();

    assertThat(scores(figures, "A")).containsExactly(5, 1, 3);
    assertThat(scores(figures, "B")).containsExactly(4, 2, 2);
  }

  @ParameterizedTest
  @CsvSource({
    "5,5,champions",
    "5,4,champions",
    "4,5,loyal",
    "4,4,loyal",
    "3,5,loyal",
    "3,4,loyal",
    "5,3,potentialLoyalist",
    "5,2,potentialLoyalist",
    "4,3,potentialLoyalist",
    "4,2,potentialLoyalist",
    "5,1,new",
    "4,1,promising",
    "3,3,needAttention",
    "3,2,aboutToSleep",
    "3,1,aboutToSleep",
    "2,5,cannotLose",
    "1,5,cannotLose",
    "2,4,atRisk",
    "2,3,atRisk",
    "1,4,atRisk",
    "1,3,atRisk",
    "2,2,hibernating",
    "2,1,hibernating",
    "1,2,lost",
    "1,1,lost"
  })
  void namesEachCellOnce(int r, int f, String segment) {
    assertThat(book.value(Scores.segment(DSL.val(r), DSL.val(f)))).isEqualTo(segment);
  }

  @Test
  void measuresConcentrationByHand() {
    book.sale("A", "70", "2026-10-01").sale("B", "10", "2026-10-01");
    book.sale("C", "15", "2026-10-01").sale("D", "5", "2026-10-01");

    var overview = book.overview(SalesBook.TODAY);

    assertThat(overview.concentration().gini()).isEqualByComparingTo("0.5");
    assertThat(overview.concentration().top20Share()).isEqualByComparingTo("0.7");
    assertThat(overview.concentration().curve())
        .contains(List.of(new BigDecimal("0.5"), new BigDecimal("0.85")));
    var figures = book.today();
    assertThat(figures.of(CUSTOMER_VALUE.REVENUE_CLASS, "A", "C", "B", "D"))
        .containsExactly("A", "A", "B", "C");
  }

  private static List<Integer> scores(SalesBook.Figures figures, String code) {
    return List.of(
        (int) figures.of(code, CUSTOMER_VALUE.R_SCORE),
        (int) figures.of(code, CUSTOMER_VALUE.F_SCORE),
        (int) figures.of(code, CUSTOMER_VALUE.M_SCORE));
  }
}
