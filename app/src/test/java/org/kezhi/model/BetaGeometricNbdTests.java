package org.kezhi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Against Fader, Hardie and Lee (2005), the tests of CLVTools and lifetimes, and a maximum
/// computed independently.
class BetaGeometricNbdTests {

  private static final Fit<PurchaseModel> FIT = PurchaseModelKind.BG_NBD.fit(Cdnow.histories());

  @Test
  void summarisesPurchases() {
    var customers = Cdnow.customers();

    assertThat(customers).hasSize(2357);
    assertThat(Cdnow.histories().distinct()).hasSizeGreaterThan(1000);
    assertThat(customers.stream().mapToInt(c -> c.history().repeats()).sum()).isEqualTo(2457);
    assertThat(customers.stream().mapToInt(CustomerPurchases::later).sum()).isEqualTo(1882);
    assertThat(customers.stream().filter(c -> c.history().repeats() == 0).count()).isEqualTo(1411);
    assertThat(
            customers.stream()
                .filter(c -> c.history().repeats() > 0)
                .mapToDouble(CustomerPurchases::meanRepeat)
                .average())
        .hasValueCloseTo(35.0785518, within(1e-3));
  }

  @Test
  void findsThePublishedMaximum() {
    var found = FIT.estimates();

    near(found.values(), 1e-5, 0.242594542, 4.413601884, 0.792919915, 2.425888063);
    near(found.standardErrors(), 2e-4, 0.012557, 0.378221, 0.185719, 0.705345);
    assertThat(found.logLikelihood()).isCloseTo(-9582.42921, within(1e-4));
    assertThat(found.converged()).isTrue();
    assertThat(found.unidentified()).isEmpty();
  }

  @Test
  void expectsWhatThePaperExpects() {
    var model = (BetaGeometricNbd) FIT.model();

    assertThat(model.expected(0.1429)).isCloseTo(0.007816, within(2e-6));
    assertThat(model.expected(31.8571)).isCloseTo(1.040494, within(2e-5));
    assertThat(model.expected(39)).isCloseTo(1.195016, within(2e-5));
    assertThat(model.expected(78)).isCloseTo(1.857972, within(5e-5));
    assertThat(model.expected(new PurchaseHistory(2, 30.43, 38.86), 39))
        .isCloseTo(1.2259105, within(2e-5));
    assertThat(model.expected(new PurchaseHistory(26, 30.86, 31), 52))
        .isCloseTo(25.759473, within(5e-4));
    assertThat(model.alive(new PurchaseHistory(26, 30.86, 31))).isCloseTo(0.968920, within(2e-5));
    assertThat(model.alive(new PurchaseHistory(0, 0, 30))).isEqualTo(1);
  }

  @Test
  void expectsLessOfThoseWhoBoughtMoreAndStopped() {
    var expected = new double[] {0.347494, 0.042838, 0.004159, 0.000358};

    for (var i = 0; i < 4; i++) {
      assertThat(FIT.model().expected(new PurchaseHistory(10 + 5 * i, 20, 39), 52))
          .isCloseTo(expected[i], within(2e-5));
    }
  }

  @Test
  void sumsUpToTheCohort() {
    var customers = Cdnow.customers();

    assertThat(customers.stream().mapToDouble(c -> FIT.model().expected(c.history(), 39)).sum())
        .isCloseTo(1653.408, within(0.01));
    assertThat(customers.stream().mapToDouble(c -> FIT.model().alive(c.history())).sum())
        .isCloseTo(1917.28, within(0.02));
  }

  @Test
  void knowsHowOftenPeopleComeBack() {
    var rounded = new BetaGeometricNbd(0.243, 4.414, 0.793, 2.426, false);
    var thirty =
        new double[] {
          0.0019995214,
          0.0015170236,
          0.0011633150,
          0.0009003148,
          0.0007023638,
          0.0005517902,
          0.0004361913,
          0.0003467171,
          0.0002769613,
          0.0002222260
        };

    assertThat(rounded.probability(10, 2)).isCloseTo(1.07869e-07, within(1e-11));
    assertThat(rounded.probability(0, 39)).isCloseTo(0.5737864, within(1e-7));
    for (var n = 11; n <= 20; n++) {
      assertThat(rounded.probability(n, 30)).isCloseTo(thirty[n - 11], within(1e-9));
    }
    var sum = 0.0;
    for (var n = 0; n < 400; n++) {
      sum += rounded.probability(n, 30);
    }
    assertThat(sum).isCloseTo(1, within(1e-9));
  }

  @Test
  void reproducesTheHistogram() {
    var table = FrequencyTable.of(FIT.model(), Cdnow.histories(), 7);
    var expected = new double[] {1407.68, 460.32, 192.46, 101.16, 59.85, 38.12, 25.55, 71.85};

    assertThat(table.rows().stream().map(FrequencyTable.Row::observed))
        .containsExactly(1411L, 439L, 214L, 100L, 62L, 38L, 29L, 64L);
    var chiSquare = 0.0;
    for (var row : table.rows()) {
      assertThat(row.expected()).isCloseTo(expected[row.repeats()], within(0.02));
      chiSquare += Math.pow(row.observed() - row.expected(), 2) / row.expected();
    }
    assertThat(chiSquare).isCloseTo(4.822, within(0.005));
  }

  @Test
  void computesTheLikelihoodOfExtremes() {
    var model = new BetaGeometricNbd(0.25, 4, 0.8, 2.5, false);

    assertThat(model.logLikelihood(new PurchaseHistory(0, 0, 40)))
        .isCloseTo(-0.59947382, within(1e-8));
    assertThat(model.logLikelihood(new PurchaseHistory(200, 38, 40)))
        .isCloseTo(100.7957, within(1e-4));
  }

  @Test
  void passesSmoothlyWhereTheFormulaIsNotDefined() {
    var history = new PurchaseHistory(3, 20, 39);

    var below = new BetaGeometricNbd(0.25, 4, 1 - 1e-9, 2.5, false).expected(history, 52);
    var at = new BetaGeometricNbd(0.25, 4, 1, 2.5, false).expected(history, 52);
    assertThat(at).isCloseTo(below, within(1e-8));
  }

  @Test
  void findsTheMaximumOfTheModifiedModel() {
    var fit = PurchaseModelKind.MBG_NBD.fit(Cdnow.histories());

    near(fit.estimates().values(), 2e-3, 0.5248377, 6.1829885, 0.8913563, 1.6140000);
    assertThat(fit.model().alive(new PurchaseHistory(0, 0, 30))).isBetween(0.1, 0.9);
    var sum = 0.0;
    for (var n = 0; n < 400; n++) {
      sum += fit.model().probability(n, 30);
    }
    assertThat(sum).isCloseTo(1, within(1e-9));
  }

  @Test
  void expectsTheSumOfItsProbabilities() {
    for (var kind : PurchaseModelKind.values()) {
      var model = kind.fit(Cdnow.histories()).model();
      var mean = 0.0;
      for (var n = 1; n < 600; n++) {
        mean += n * model.probability(n, 30);
      }
      assertThat(model.expected(30)).as(kind.code()).isCloseTo(mean, within(1e-6));
    }
  }

  @Test
  void saysThatLeavingIsNotIdentified() {
    var faithful =
        PurchaseHistories.of(
            List.of(
                new PurchaseHistory(10, 50, 51),
                new PurchaseHistory(5, 48, 51),
                new PurchaseHistory(20, 51, 52),
                new PurchaseHistory(3, 40, 48)));

    var found = PurchaseModelKind.BG_NBD.fit(faithful);

    assertThat(found.estimates().unidentified()).contains("a");
    assertThat(found.model().alive(new PurchaseHistory(10, 50, 51))).isGreaterThan(0.99);
  }

  static void near(List<Double> found, double relative, double... expected) {
    for (var i = 0; i < expected.length; i++) {
      assertThat(found.get(i)).isCloseTo(expected[i], Offset.offset(relative * expected[i]));
    }
  }
}
