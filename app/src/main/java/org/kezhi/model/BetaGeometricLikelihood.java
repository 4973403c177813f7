package org.kezhi.model;

import static org.hipparchus.special.Gamma.digamma;
import static org.hipparchus.special.Gamma.logGamma;

import java.util.Arrays;
import java.util.List;

/// The likelihood of BG/NBD and of MBG/NBD, which differ in whether customers may leave right after
/// their first purchase.
final class BetaGeometricLikelihood implements Likelihood {

  private final PurchaseHistories histories;
  private final int atOnce;

  BetaGeometricLikelihood(PurchaseHistories histories, boolean dropsOutAtOnce) {
    this.histories = histories;
    this.atOnce = dropsOutAtOnce ? 1 : 0;
  }

  @Override
  public List<String> names() {
    return List.of("r", "alpha", "a", "b");
  }

  @Override
  public double[] start() {
    var pace = histories.meanAge() / Math.max(0.1, histories.meanRepeats());
    return new double[] {0.5, Math.clamp(pace / 4, 0.01, 1e5), 1, 2};
  }

  @Override
  public double of(double[] parameters, double[] gradient) {
    Arrays.fill(gradient, 0);
    return byRepeats(parameters, gradient) + byTimes(parameters, gradient);
  }

  /// What depends on the number of repeats alone.
  private double byRepeats(double[] parameters, double[] gradient) {
    double r = parameters[0];
    double a = parameters[2];
    double b = parameters[3];
    var sum = 0.0;
    var counts = histories.byRepeats();
    for (var x = 0; x < counts.length; x++) {
      if (counts[x] > 0) {
        var chances = x + atOnce;
        sum +=
            counts[x]
                * (logGamma(r + x)
                    - logGamma(r)
                    + r * Math.log(parameters[1])
                    + logGamma(a + b)
                    + logGamma(b + chances)
                    - logGamma(b)
                    - logGamma(a + b + chances));
        var both = digamma(a + b) - digamma(a + b + chances);
        gradient[0] += counts[x] * (digamma(r + x) - digamma(r) + Math.log(parameters[1]));
        gradient[1] += counts[x] * r / parameters[1];
        gradient[2] += counts[x] * both;
        gradient[3] += counts[x] * (both + digamma(b + chances) - digamma(b));
      }
    }
    return sum;
  }

  /// Somebody is still a customer, or has left after the last purchase.
  private double byTimes(double[] parameters, double[] gradient) {
    double alpha = parameters[1];
    double a = parameters[2];
    double b = parameters[3];
    var sum = 0.0;
    for (var number = 0; number < histories.distinct().size(); number++) {
      var history = histories.distinct().get(number);
      double weight = histories.weight(number);
      var shape = parameters[0] + history.repeats();
      var chances = history.repeats() + atOnce;
      var logEnd = Math.log(alpha + history.age());
      var logLast = Math.log(alpha + history.recency());
      var left = 0.0;
      sum -= weight * shape * logEnd;
      if (chances > 0) {
        var odds = Math.log(a / (b + chances - 1)) + shape * (logEnd - logLast);
        left = odds > 0 ? 1 / (1 + Math.exp(-odds)) : Math.exp(odds) / (1 + Math.exp(odds));
        sum +=
            weight * (odds > 0 ? odds + Math.log1p(Math.exp(-odds)) : Math.log1p(Math.exp(odds)));
        gradient[2] += weight * left / a;
        gradient[3] -= weight * left / (b + chances - 1);
      }
      gradient[0] -= weight * ((1 - left) * logEnd + left * logLast);
      gradient[1] -=
          weight
              * shape
              * ((1 - left) / (alpha + history.age()) + left / (alpha + history.recency()));
    }
    return sum;
  }
}
