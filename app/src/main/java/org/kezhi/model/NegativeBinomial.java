package org.kezhi.model;

import static org.hipparchus.special.Gamma.logGamma;

/// How often somebody of unknown rate buys in a time (NBD, Ehrenberg 1959).
final class NegativeBinomial {

  private NegativeBinomial() {}

  /// @param r shape of the rates
  /// @param alpha scale of the rates in weeks
  static double probability(double r, double alpha, int count, double weeks) {
    return Math.exp(
        logGamma(r + count)
            - logGamma(r)
            - logGamma(count + 1.0)
            - r * Math.log1p(weeks / alpha)
            + (count == 0 ? 0 : count * Math.log(weeks / (alpha + weeks))));
  }
}
