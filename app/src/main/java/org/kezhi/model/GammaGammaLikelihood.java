package org.kezhi.model;

import static org.hipparchus.special.Gamma.digamma;
import static org.hipparchus.special.Gamma.logGamma;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The likelihood of Gamma-Gamma.
final class GammaGammaLikelihood implements Likelihood {

  private final List<GammaGamma.Spending> spending;
  private final int[] byRepeats;

  GammaGammaLikelihood(List<GammaGamma.Spending> spending) {
    this.spending = spending;
    var most = spending.stream().mapToInt(GammaGamma.Spending::repeats).max().orElse(0);
    byRepeats = new int[most + 1];
    spending.forEach(customer -> byRepeats[customer.repeats()]++);
  }

  @Override
  public List<String> names() {
    return List.of("p", "q", "gamma");
  }

  @Override
  public double[] start() {
    var mean = spending.stream().collect(Collectors.averagingDouble(GammaGamma.Spending::mean));
    return new double[] {3, 3, Math.clamp(mean, 0.01, 1e5)};
  }

  @Override
  public double of(double[] parameters, double[] gradient) {
    Arrays.fill(gradient, 0);
    double p = parameters[0];
    double q = parameters[1];
    double gamma = parameters[2];
    var sum = byRepeats(parameters, gradient);
    for (var customer : spending) {
      double x = customer.repeats();
      var all = Math.log(gamma + x * customer.mean());
      sum += (p * x - 1) * Math.log(customer.mean()) - (p * x + q) * all;
      gradient[0] += x * (Math.log(customer.mean()) - all);
      gradient[1] -= all;
      gradient[2] -= (p * x + q) / (gamma + x * customer.mean());
    }
    return sum;
  }

  private double byRepeats(double[] parameters, double[] gradient) {
    double p = parameters[0];
    double q = parameters[1];
    double gamma = parameters[2];
    var sum = 0.0;
    for (var x = 1; x < byRepeats.length; x++) {
      if (byRepeats[x] > 0) {
        var customers = byRepeats[x];
        sum +=
            customers
                * (logGamma(p * x + q)
                    - logGamma(p * x)
                    - logGamma(q)
                    + q * Math.log(gamma)
                    + p * x * Math.log(x));
        var both = digamma(p * x + q);
        gradient[0] += customers * x * (both - digamma(p * x) + Math.log(x));
        gradient[1] += customers * (both - digamma(q) + Math.log(gamma));
        gradient[2] += customers * q / gamma;
      }
    }
    return sum;
  }
}
