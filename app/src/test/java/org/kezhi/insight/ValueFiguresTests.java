package org.kezhi.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kezhi.db.Tables.CUSTOMER;
import static org.kezhi.db.Tables.CUSTOMER_VALUE;
import static org.kezhi.db.Tables.CUSTOMER_VALUE_HISTORY;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.measure.ValueSettings;
import org.kezhi.measure.ValueSettings.AsOf;
import org.kezhi.measure.ValueSettings.AsOfMode;
import org.kezhi.platform.Labels;
import org.kezhi.platform.Problem;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.CompanyData;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class ValueFiguresTests {

  private static final AsOf LAST_SALE = new AsOf(AsOfMode.lastSale, null);

  @Autowired DSLContext db;
  @Autowired ValueFigures figures;
  @Autowired Labels labels;

  private CompanyData company;
  private UUID tea;
  private UUID wine;

  @BeforeEach
  void fill() {
    company = new CompanyData(db);
    tea = company.customer("茶");
    wine = company.customer("酒");
    company.sale(tea, "2026-10-01T10:00:00Z", "100");
    company.sale(wine, "2026-10-02T10:00:00Z", "50");
    company.sale(null, "2026-10-02T10:00:00Z", "7");
  }

  @Test
  void givesACustomerARowFromTheBeginning() {
    assertThat(layer(tea)).isEqualTo("suspect");
    assertThatThrownBy(() -> figures.overview()).isInstanceOf(Problem.class);
  }

  @Test
  void writesTheFigures() {
    var run = run(LAST_SALE);

    assertThat(run.asOf()).isEqualTo("2026-10-03");
    assertThat(run.changedCustomers()).isEqualTo(2);
    assertThat(layer(tea)).isEqualTo("top");
    assertThat(layer(wine)).isEqualTo("small");
    var totals = figures.overview().totals();
    assertThat(totals.lines()).isEqualTo(3);
    assertThat(totals.linesWithoutCustomer()).isEqualTo(1);
    assertThat(totals.revenue()).isEqualByComparingTo("157");
    assertThat(totals.attributedRevenue()).isEqualByComparingTo("150");
  }

  @Test
  void touchesOnlyWhatHasChanged() {
    run(LAST_SALE);
    var before = versions();

    var second = run(LAST_SALE);

    assertThat(second.changedCustomers()).isZero();
    assertThat(versions()).isEqualTo(before);
    assertThat(figures.runs()).extracting(ValueRun::current).containsExactly(true, false);
  }

  @Test
  void keepsTheFiguresOfEachPeriod() {
    run(new AsOf(AsOfMode.fixed, LocalDate.parse("2026-10-03")));
    company.sale(wine, "2026-10-20T10:00:00Z", "500");
    run(new AsOf(AsOfMode.fixed, LocalDate.parse("2026-11-01")));
    run(new AsOf(AsOfMode.fixed, LocalDate.parse("2026-11-02")));

    var history = CUSTOMER_VALUE_HISTORY;
    var kept =
        db.select(history.PERIOD_END, history.AS_OF, history.LAYER)
            .from(history)
            .where(history.CUSTOMER_ID.eq(wine))
            .orderBy(history.PERIOD_END)
            .fetch(row -> row.value1() + " " + row.value2() + " " + row.value3());
    assertThat(kept).containsExactly("2026-10-31 2026-11-01 top", "2026-11-30 2026-11-02 top");
  }

  @Test
  void keepsTheOldFiguresWhenARunFails() {
    run(LAST_SALE);
    company.sale(wine, "2026-10-02T10:00:00Z", "500");

    assertThatThrownBy(() ->
            figures.run(
                LAST_SALE,
                null,
                step -> {
                  if (step == ValueProgress.Step.write) {
                    throw new IllegalStateException("stopped");
                  }
                }))
        .hasMessage("stopped");

    assertThat(layer(wine)).isEqualTo("small");
    assertThat(figures.runs().getFirst().state()).isEqualTo("failed");
    assertThat(figures.overview().totals().revenue()).isEqualByComparingTo("157");
  }

  @Test
  void countsForAViewerOnlyTheCustomersSeen() {
    run(LAST_SALE);

    var all = figures.overview(CUSTOMER.ID.isNotNull());
    var one = figures.overview(CUSTOMER.ID.eq(wine));

    assertThat(all.pyramid()).isEqualTo(figures.overview().pyramid());
    assertThat(all.rfm()).isEqualTo(figures.overview().rfm());
    assertThat(all.concentration()).isEqualTo(figures.overview().concentration());
    assertThat(all.activity()).isEqualTo(figures.overview().activity());
    assertThat(one.totals().customers()).isEqualTo(1);
    assertThat(one.totals().revenue()).isEqualByComparingTo("50");
    assertThat(one.totals().lines()).isEqualTo(1);
  }

  @Test
  void explainsEveryFigureInBothLanguages() {
    run(LAST_SALE);

    var english = figures.explanation(tea, Locale.ENGLISH).items();
    var chinese = figures.explanation(tea, Locale.SIMPLIFIED_CHINESE).items();

    assertThat(english.getFirst().text())
        .isEqualTo(
            "From 2024-10-03 to the day before 2026-10-03 the revenue is 100.00 CNY: rank 1 of 2"
                + " customers who bought. The layer Top reaches from rank 1 to rank 1; the last of"
                + " it has 100.00 CNY.");
    assertThat(chinese.getFirst().text()).startsWith("2024-10-03 至 2026-10-03 前一天的收入为 100.00 CNY");
    assertThat(english).hasSameSizeAs(chinese).hasSize(11);
    assertThat(english).noneMatch(item -> item.text().contains("value.explain"));
    assertThat(english).noneMatch(item -> item.value().contains("choice."));
    assertThat(english).noneMatch(item -> item.text().matches(".*\\{\\d.*"));
  }

  @Test
  void refusesThresholdsThatContradictEachOther() {
    var fixedWithoutDay = ValueSettings.defaults().with(new AsOf(AsOfMode.fixed, null));

    assertThatThrownBy(() -> figures.changeSettings(fixedWithoutDay)).isInstanceOf(Problem.class);
  }

  @Test
  void appliesChangedThresholds() {
    figures.changeSettings(
        ValueSettings.defaults().with(new AsOf(AsOfMode.fixed, LocalDate.parse("2026-10-02"))));

    var run = run(null);

    assertThat(run.asOf()).isEqualTo("2026-10-02");
    assertThat(run.settingsVersion()).isEqualTo(1);
    assertThat(layer(wine)).isEqualTo("prospect");
  }

  @Test
  void hasAWordForEveryChoiceInBothLanguages() {
    for (var language : Labels.LANGUAGES) {
      var keys = labels.keys(language);
      CustomerValue.FIELDS
          .choices()
          .forEach((column, values) -> {
            for (var value : values) {
              assertThat(keys)
                  .contains("choice.customer.value." + camel(column.getName()) + "." + value);
            }
          });
    }
    assertThat(valueKeys(Labels.ENGLISH)).isEqualTo(valueKeys(Labels.CHINESE));
  }

  private Set<String> valueKeys(Locale language) {
    return labels.keys(language).stream()
        .filter(key -> key.contains("value"))
        .collect(Collectors.toSet());
  }

  private static String camel(String column) {
    var words = column.split("_");
    for (int i = 1; i < words.length; i++) {
      words[i] = words[i].substring(0, 1).toUpperCase(Locale.ROOT) + words[i].substring(1);
    }
    return String.join("", words);
  }

  private ValueRun run(AsOf asOf) {
    return figures.run(asOf, null, _ -> {});
  }

  private String layer(UUID customer) {
    return db.select(CUSTOMER_VALUE.LAYER)
        .from(CUSTOMER_VALUE)
        .where(CUSTOMER_VALUE.CUSTOMER_ID.eq(customer))
        .fetchSingle()
        .value1();
  }

  private String versions() {
    return db.fetch("select customer_id, ctid::text, xmin::text from customer_value order by 1")
        .formatCSV();
  }
}
