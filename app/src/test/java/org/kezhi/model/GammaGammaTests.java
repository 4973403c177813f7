package org.kezhi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Against Fader and Hardie (2013) and the tests of CLVTools and lifetimes.
class GammaGammaTests {

  private static final Fit<GammaGamma> FIT =
      GammaGamma.fit(
          Cdnow.customers().stream()
              .map(CustomerPurchases::spending)
              .flatMap(Optional::stream)
              .toList());

  @Test
  void findsThePublishedMaximum() {
    BetaGeometricNbdTests.near(FIT.estimates().values(), 1e-4, 6.24934918, 3.74425633, 15.44430668);
    assertThat(FIT.estimates().logLikelihood()).isCloseTo(-4055.91769, within(1e-3));
    assertThat(FIT.model().expected()).isCloseTo(35.171, within(1e-3));
  }

  @Test
  void tellsHowFarFrequencyAndSpendingGoTogether() {
    var spending =
        Cdnow.customers().stream()
            .map(CustomerPurchases::spending)
            .flatMap(Optional::stream)
            .toList();

    assertThat(GammaGamma.correlation(spending)).isCloseTo(0.1138839, within(1e-5));
    assertThat(GammaGamma.CORRELATED).isGreaterThan(GammaGamma.correlation(spending));
  }

  @Test
  void expectsWhatTheFirstTenCustomersSpend() {
    var expected =
        new double[] {
          24.65862, 18.91148, 35.17100, 35.17100, 35.17100, 71.46285, 18.91148, 35.17100, 27.28241,
          35.17100
        };
    var customers = Cdnow.customers();

    for (var i = 0; i < 10; i++) {
      assertThat(money(customers.get(i))).isCloseTo(expected[i], within(0.01));
    }
  }

  /// The test of lifetimes takes twelve months of thirty weeks, because its unit is the day.
  @Test
  void valuesTheCustomersToCome() {
    var bgNbd = PurchaseModelKind.BG_NBD.fit(Cdnow.histories()).model();
    var value = new CustomerLifetimeValue(12, 0.01);
    var expected =
        new double[] {
          140.0962, 18.9435, 38.1806, 38.1806, 38.1806, 1003.8683, 28.1097, 38.1806, 167.4182,
          38.1806
        };
    var customers = Cdnow.customers();

    for (var i = 0; i < 10; i++) {
      var customer = customers.get(i);
      assertThat(value.of(bgNbd, customer.history(), money(customer), 30))
          .isCloseTo(expected[i], withinPercentage(0.1));
    }
    assertThat(
            customers.stream().mapToDouble(c -> value.of(bgNbd, c.history(), money(c), 30)).sum())
        .isCloseTo(266_621.60, within(40.0));
  }

  @Test
  void valuesThemWithoutEnd() {
    var model = new ParetoNbd(0.553270, 10.577801, 0.606020, 11.663915);
    var rate = Math.log(1.15) / 52;

    assertThat(
            Cdnow.customers().stream()
                .mapToDouble(c -> model.discountedResidual(c.history(), rate) * money(c))
                .sum())
        .isCloseTo(261_614.78, within(5.0));
  }

  @Test
  void projectsRenewals() {
    var regular =
        ShiftedBetaGeometric.fit(List.of(1000L, 631L, 468L, 382L, 326L, 289L, 262L, 241L));
    var highEnd =
        ShiftedBetaGeometric.fit(List.of(1000L, 869L, 743L, 653L, 593L, 551L, 517L, 491L));

    BetaGeometricNbdTests.near(regular.estimates().values(), 2e-6, 0.704077, 1.182043);
    assertThat(regular.estimates().logLikelihood()).isCloseTo(-1680.2652, within(1e-4));
    assertThat(regular.model().survival(8)).isCloseTo(0.2201, within(5e-5));
    assertThat(regular.model().survival(12)).isCloseTo(0.1700, within(5e-5));
    assertThat(regular.model().survival(2))
        .isCloseTo(regular.model().retention(1) * regular.model().retention(2), within(1e-12));
    BetaGeometricNbdTests.near(highEnd.estimates().values(), 2e-6, 0.668088, 3.806095);
    assertThat(highEnd.estimates().logLikelihood()).isCloseTo(-1611.1581, within(1e-4));
    assertThat(highEnd.model().survival(12)).isCloseTo(0.3780, within(5e-5));
  }

  private static double money(CustomerPurchases customer) {
    return customer.spending().map(FIT.model()::expected).orElseGet(FIT.model()::expected);
  }
}
