package org.kezhi.model;

import java.util.Arrays;
import java.util.List;

/// What customers spend on an occasion (Fader and Hardie 2013, The Gamma-Gamma Model of Monetary
/// Value): each occasion varies around a mean of the customer's own, and these vary between
/// customers. It supposes that how often and how much people buy are unrelated.
///
/// @param p shape of the single occasions, above 0
/// @param q shape of the differences between customers, above 0
/// @param gamma scale in money, above 0
public record GammaGamma(double p, double q, double gamma) {

  /// Above this correlation the model's assumption does not hold.
  public static final double CORRELATED = 0.3;

  /// What somebody spent.
  ///
  /// @param repeats occasions after the first: 1 or more
  /// @param mean money per such occasion, above 0
  public record Spending(int repeats, double mean) {

    /// @throws IllegalArgumentException for what the model does not know, such as nothing spent
    public Spending {
      if (repeats < 1 || !(mean > 0) || !Double.isFinite(mean)) {
        throw new IllegalArgumentException("No spending: x = %d, mean %s".formatted(repeats, mean));
      }
    }
  }

  /// @throws IllegalArgumentException unless all parameters are above 0
  public GammaGamma {
    if (!(p > 0 && q > 0 && gamma > 0)) {
      throw new IllegalArgumentException("p, q and gamma must be above 0");
    }
  }

  public static Fit<GammaGamma> fit(List<Spending> spending) {
    var estimates = MaximumLikelihood.of(new GammaGammaLikelihood(spending));
    var found = estimates.parameters();
    return new Fit<>(new GammaGamma(found[0], found[1], found[2]), estimates);
  }

  /// How far those who buy often spend more, or less, on an occasion: Pearson's coefficient, -1 to
  /// 1; not a number where all are alike.
  public static double correlation(List<Spending> spending) {
    var repeats = spending.stream().mapToDouble(Spending::repeats).toArray();
    var means = spending.stream().mapToDouble(Spending::mean).toArray();
    var averageRepeats = Arrays.stream(repeats).average().orElse(Double.NaN);
    var averageMean = Arrays.stream(means).average().orElse(Double.NaN);
    var both = 0.0;
    var ofRepeats = 0.0;
    var ofMeans = 0.0;
    for (var i = 0; i < repeats.length; i++) {
      both += (repeats[i] - averageRepeats) * (means[i] - averageMean);
      ofRepeats += (repeats[i] - averageRepeats) * (repeats[i] - averageRepeats);
      ofMeans += (means[i] - averageMean) * (means[i] - averageMean);
    }
    return both / Math.sqrt(ofRepeats * ofMeans);
  }

  /// Money that somebody of whom nothing is known is expected to spend on an occasion; not a number
  /// if q is 1 or below, where the mean of all customers does not exist.
  public double expected() {
    return q > 1 ? p * gamma / (q - 1) : Double.NaN;
  }

  /// Money that this customer is expected to spend on an occasion.
  public double expected(Spending spent) {
    var trials = p * spent.repeats();
    return p * (gamma + spent.repeats() * spent.mean()) / (trials + q - 1);
  }
}
