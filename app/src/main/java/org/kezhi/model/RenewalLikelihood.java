package org.kezhi.model;

import static org.hipparchus.special.Gamma.digamma;

import java.util.Arrays;
import java.util.List;

/// The likelihood of the shifted beta-geometric model for one cohort, some of which are still
/// there.
final class RenewalLikelihood implements Likelihood {

  private final List<Long> customers;

  RenewalLikelihood(List<Long> customers) {
    for (var year = 1; year < customers.size(); year++) {
      if (customers.get(year) < 0 || customers.get(year) > customers.get(year - 1)) {
        throw new IllegalArgumentException("A cohort never grows: " + customers);
      }
    }
    if (customers.size() < 2) {
      throw new IllegalArgumentException("A cohort needs at least one renewal");
    }
    this.customers = List.copyOf(customers);
  }

  @Override
  public List<String> names() {
    return List.of("alpha", "beta");
  }

  @Override
  public double[] start() {
    return new double[] {1, 1};
  }

  @Override
  public double of(double[] parameters, double[] gradient) {
    Arrays.fill(gradient, 0);
    var model = new ShiftedBetaGeometric(parameters[0], parameters[1]);
    var sum = 0.0;
    for (var year = 1; year < customers.size(); year++) {
      double lost = customers.get(year - 1) - customers.get(year);
      if (lost > 0) {
        var all = parameters[0] + parameters[1] + year - 1;
        sum += lost * Math.log(model.survival(year - 1) * parameters[0] / all);
        addSurvival(parameters, year - 1, lost, gradient);
        gradient[0] += lost * (1 / parameters[0] - 1 / all);
        gradient[1] -= lost / all;
      }
    }
    var years = customers.size() - 1;
    double left = customers.get(years);
    addSurvival(parameters, years, left, gradient);
    return left == 0 ? sum : sum + left * Math.log(model.survival(years));
  }

  private static void addSurvival(
      double[] parameters, int years, double weight, double[] gradient) {
    var both = parameters[0] + parameters[1];
    var shared = digamma(both) - digamma(both + years);
    gradient[0] += weight * shared;
    gradient[1] += weight * (shared + digamma(parameters[1] + years) - digamma(parameters[1]));
  }
}
