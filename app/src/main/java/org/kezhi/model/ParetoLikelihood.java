package org.kezhi.model;

import static org.hipparchus.special.Gamma.digamma;
import static org.hipparchus.special.Gamma.logGamma;

import java.util.Arrays;
import java.util.List;

/// The likelihood of Pareto/NBD.
final class ParetoLikelihood implements Likelihood {

  private final PurchaseHistories histories;
  private final ParetoTail tail = new ParetoTail();

  ParetoLikelihood(PurchaseHistories histories) {
    this.histories = histories;
  }

  @Override
  public List<String> names() {
    return List.of("r", "alpha", "s", "beta");
  }

  @Override
  public double[] start() {
    var pace = histories.meanAge() / Math.max(0.1, histories.meanRepeats());
    var scale = Math.clamp(pace / 4, 0.01, 1e5);
    return new double[] {0.5, scale, 0.5, Math.clamp(histories.meanAge() / 3, 0.01, 1e5)};
  }

  @Override
  public double of(double[] parameters, double[] gradient) {
    Arrays.fill(gradient, 0);
    var sum = byRepeats(parameters, gradient);
    for (var number = 0; number < histories.distinct().size(); number++) {
      sum +=
          byTimes(histories.distinct().get(number), histories.weight(number), parameters, gradient);
    }
    return sum;
  }

  private double byRepeats(double[] parameters, double[] gradient) {
    double r = parameters[0];
    double customers = histories.customers();
    var shared =
        r * Math.log(parameters[1]) - logGamma(r) + parameters[2] * Math.log(parameters[3]);
    gradient[0] += customers * (Math.log(parameters[1]) - digamma(r));
    gradient[1] += customers * r / parameters[1];
    gradient[2] += customers * Math.log(parameters[3]);
    gradient[3] += customers * parameters[2] / parameters[3];
    var sum = customers * shared;
    var counts = histories.byRepeats();
    for (var x = 0; x < counts.length; x++) {
      if (counts[x] > 0) {
        sum += counts[x] * logGamma(r + x);
        gradient[0] += counts[x] * digamma(r + x);
      }
    }
    return sum;
  }

  /// Still a customer, or gone at some time since the last purchase.
  private double byTimes(
      PurchaseHistory history, double weight, double[] parameters, double[] gradient) {
    double alpha = parameters[1];
    double s = parameters[2];
    double beta = parameters[3];
    var shape = parameters[0] + history.repeats();
    var odds = new ParetoOdds(tail, parameters, history);
    var logAlpha = Math.log(alpha + history.age());
    var logBeta = Math.log(beta + history.age());
    gradient[0] += weight * (odds.gradient[0] - logAlpha);
    gradient[1] += weight * (odds.gradient[1] - shape / (alpha + history.age()));
    gradient[2] += weight * (odds.gradient[2] - logBeta);
    gradient[3] += weight * (odds.gradient[3] - s / (beta + history.age()));
    return weight * (odds.log - shape * logAlpha - s * logBeta);
  }
}
