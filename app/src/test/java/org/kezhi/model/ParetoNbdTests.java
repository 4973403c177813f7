package org.kezhi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Against Fader, Hardie and Lee (2005), and the tests of CLVTools, BTYD and lifetimes.
class ParetoNbdTests {

  private static final Fit<PurchaseModel> FIT = PurchaseModelKind.PARETO_NBD.fit(Cdnow.histories());

  /// Where CLVTools 0.12.1 ends on the flat top of the likelihood.
  private static final ParetoNbd CLV_TOOLS =
      new ParetoNbd(0.553270, 10.577801, 0.606020, 11.663915);

  @Test
  void findsThePublishedMaximum() {
    var found = FIT.estimates();

    BetaGeometricNbdTests.near(found.values(), 1e-3, 0.553270, 10.577801, 0.606020, 11.663915);
    BetaGeometricNbdTests.near(
        found.standardErrors(), 1e-2, 0.0476264, 0.8427222, 0.1872594, 6.2105448);
    assertThat(found.logLikelihood()).isCloseTo(-9594.97618, within(1e-3));
    assertThat(found.converged()).isTrue();
  }

  @Test
  void expectsWhatThePackagesExpect() {
    var btyd = new ParetoNbd(0.5534, 10.5802, 0.6061, 11.6562);
    var rounded = new ParetoNbd(0.55, 10.56, 0.61, 11.64);
    var weeks =
        new double[] {
          0,
          0.05077821,
          0.09916088,
          0.14542507,
          0.18979930,
          0.23247466,
          0.27361274,
          0.31335159,
          0.35181024,
          0.38909211
        };

    for (var week = 0; week < 10; week++) {
      assertThat(rounded.expected(week)).isCloseTo(weeks[week], within(1e-8));
    }
    assertThat(btyd.expected(new PurchaseHistory(26, 30.86, 31), 52))
        .isCloseTo(25.46, within(0.01));
    assertThat(btyd.alive(new PurchaseHistory(26, 30.86, 31))).isCloseTo(0.9979, within(1e-4));
  }

  @Test
  void sumsUpToTheCohort() {
    var customers = Cdnow.customers();

    assertThat(customers.stream().mapToDouble(c -> CLV_TOOLS.expected(c.history(), 39)).sum())
        .isCloseTo(1665.69, within(0.01));
    assertThat(customers.stream().mapToDouble(c -> CLV_TOOLS.alive(c.history())).sum())
        .isCloseTo(1051.97, within(0.01));
    assertThat(CLV_TOOLS.alive(customers.getFirst().history())).isCloseTo(0.869165, within(2e-6));
    assertThat(CLV_TOOLS.expected(customers.getFirst().history(), 39))
        .isCloseTo(1.455321, within(2e-6));
  }

  @Test
  void discountsWhatIsToCome() {
    var customers = Cdnow.customers();
    var rate = Math.log(1.15) / 52;

    assertThat(
            customers.stream()
                .mapToDouble(c -> CLV_TOOLS.discountedResidual(c.history(), rate))
                .sum())
        .isCloseTo(7207.835, within(0.05));
    assertThat(CLV_TOOLS.discountedResidual(customers.get(0).history(), rate))
        .isCloseTo(6.502228, within(2e-5));
    assertThat(CLV_TOOLS.discountedResidual(customers.get(9).history(), rate))
        .isCloseTo(0.478469, within(2e-6));
    assertThat(CLV_TOOLS.discountedResidual(customers.get(99).history(), rate))
        .isCloseTo(3.505483, within(2e-5));
    assertThat(CLV_TOOLS.discountedResidual(customers.getFirst().history(), 2 * rate))
        .isLessThan(CLV_TOOLS.discountedResidual(customers.getFirst().history(), rate));
  }

  @Test
  void staysFiniteForExtremes() {
    var model = new ParetoNbd(0.5143, 2.8845, 0.2856, 14.1087);
    var extremes =
        new PurchaseHistory[] {
          new PurchaseHistory(221, 103.42857, 103.57143),
          new PurchaseHistory(254, 97.14286, 97.28571),
          new PurchaseHistory(161, 94.71429, 98.0),
          new PurchaseHistory(204, 98.57143, 99.42857)
        };

    for (var history : extremes) {
      assertThat(model.alive(history)).isBetween(0.0, 1.0);
      assertThat(model.logLikelihood(history)).isFinite();
    }
    var smooth = new ParetoNbd(0.55, 10.58, 0.61, 11.67);
    assertThat(smooth.expected(new PurchaseHistory(132, 200, 200), 10))
        .isCloseTo(6.2060517889632418, within(1e-9));
    assertThat(smooth.expected(new PurchaseHistory(133, 200, 200), 10))
        .isCloseTo(6.2528722475748113, within(1e-9));
  }

  @Test
  void sumsProbabilitiesToOne() {
    var sum = 0.0;
    for (var n = 0; n < 400; n++) {
      sum += FIT.model().probability(n, 30);
    }
    assertThat(sum).isCloseTo(1, within(1e-9));
  }
}
