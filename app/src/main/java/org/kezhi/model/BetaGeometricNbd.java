package org.kezhi.model;

import static org.hipparchus.special.Beta.logBeta;

import java.util.List;

/// BG/NBD (Fader, Hardie and Lee 2005, "Counting your customers" the easy way, Marketing Science
/// 24) and MBG/NBD (Batislam, Denizel and Filiztekin 2007, International Journal of Research in
/// Marketing 24): customers buy at random at a rate of their own, gamma distributed between them,
/// and after each purchase leave for good with a probability of their own, beta distributed.
///
/// @param r shape of the rates, above 0
/// @param alpha scale of the rates in weeks, above 0
/// @param a first parameter of leaving, above 0
/// @param b second parameter of leaving, above 0
/// @param dropsOutAtOnce whether they may leave after the very first purchase, as in MBG/NBD
public record BetaGeometricNbd(double r, double alpha, double a, double b, boolean dropsOutAtOnce)
    implements PurchaseModel {

  private static final double PRECISION = 1e-17;
  private static final int MOST_TERMS = 100_000;

  /// @throws IllegalArgumentException unless all parameters are above 0
  public BetaGeometricNbd {
    if (!(r > 0 && alpha > 0 && a > 0 && b > 0)) {
      throw new IllegalArgumentException("r, alpha, a and b must be above 0");
    }
  }

  @Override
  public double[] parameters() {
    return new double[] {r, alpha, a, b};
  }

  @Override
  public double alive(PurchaseHistory history) {
    var chances = chances(history.repeats());
    if (chances == 0) {
      return 1;
    }
    var ratio = Math.log((alpha + history.age()) / (alpha + history.recency()));
    return 1 / (1 + a / (b + chances - 1) * Math.exp((r + history.repeats()) * ratio));
  }

  @Override
  public double expected(PurchaseHistory history, double weeks) {
    var shape = r + history.repeats();
    return alive(history)
        * expected(shape, alpha + history.age(), chances(history.repeats()), weeks);
  }

  @Override
  public double expected(double weeks) {
    var stays = dropsOutAtOnce ? b / (a + b) : 1;
    return stays * expected(r, alpha, chances(0), weeks);
  }

  /// Of a customer who has had so many chances to leave and has not. Euler's transformation of the
  /// published formula, with its first term taken out: nothing in it grows without bound when a
  /// nears 1 or when there are many repeats.
  private double expected(double shape, double scale, int chances, double weeks) {
    var z = weeks / (scale + weeks);
    var e = a - 1;
    var c = a + b + chances - 1;
    var log = Math.log(scale / (scale + weeks));
    var simple = e == 0 ? -log : -Math.expm1(e * log) / e;
    return c * simple - Math.exp(e * log) * series(c - shape, e, c, z);
  }

  private static double series(double p, double e, double c, double z) {
    var term = p * z;
    var sum = 0.0;
    for (var k = 1; k < MOST_TERMS && Math.abs(term) > PRECISION * Math.abs(sum); k++) {
      sum += term;
      term *= (p + k) * (e + k) / ((c + k) * (k + 1)) * z;
    }
    return sum;
  }

  @Override
  public double probability(int repeats, double weeks) {
    var chances = chances(repeats);
    var stayed =
        Math.exp(logBeta(a, b + chances) - logBeta(a, b))
            * NegativeBinomial.probability(r, alpha, repeats, weeks);
    if (chances == 0) {
      return stayed;
    }
    var fewer = 0.0;
    for (var j = 0; j < repeats; j++) {
      fewer += NegativeBinomial.probability(r, alpha, j, weeks);
    }
    return stayed + Math.exp(logBeta(a + 1, b + chances - 1) - logBeta(a, b)) * (1 - fewer);
  }

  @Override
  public double logLikelihood(PurchaseHistory history) {
    var one = PurchaseHistories.of(List.of(history));
    return new BetaGeometricLikelihood(one, dropsOutAtOnce).of(parameters(), new double[4]);
  }

  private int chances(int repeats) {
    return dropsOutAtOnce ? repeats + 1 : repeats;
  }
}
