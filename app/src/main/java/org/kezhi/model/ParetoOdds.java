package org.kezhi.model;

/// One over the probability of Pareto/NBD that somebody is still a customer: as a logarithm,
/// because it exceeds every number for people who bought often and then stopped.
final class ParetoOdds {

  final double log;

  /// The derivatives of the logarithm with regard to r, α, s and β.
  final double[] gradient;

  ParetoOdds(ParetoTail tail, double[] parameters, PurchaseHistory history) {
    double alpha = parameters[1];
    double s = parameters[2];
    double beta = parameters[3];
    var shape = parameters[0] + history.repeats();
    var n = shape + s;
    var last = tail.of(shape, alpha, s, beta, history.recency());
    var lastSlope = tail.gradient.clone();
    var end = tail.of(shape, alpha, s, beta, history.age());
    var endSlope = tail.gradient.clone();
    var logAlpha = Math.log((alpha + history.age()) / (alpha + history.recency()));
    var logBeta = Math.log((beta + history.age()) / (beta + history.recency()));
    var gone = Math.log(s / n * last) + shape * logAlpha + s * logBeta;
    var there = 1 - s / n * end;
    var higher = Math.max(0, gone);
    var sum = there * Math.exp(-higher) + Math.exp(gone - higher);
    log = higher + Math.log(sum);
    var ofThere = Math.exp(-higher) / sum;
    var ofGone = Math.exp(gone - higher) / sum;
    var shareSlope = new double[] {-s / (n * n), 0, shape / (n * n), 0};
    var goneSlope = goneSlope(parameters, history, shape);
    gradient = new double[4];
    for (var i = 0; i < 4; i++) {
      var byShare = shareSlope[i] * n / s;
      gradient[i] =
          ofThere * -(shareSlope[i] * end + s / n * endSlope[i])
              + ofGone * (byShare + lastSlope[i] / last + goneSlope[i]);
    }
  }

  /// Of the powers of α and β.
  private static double[] goneSlope(double[] parameters, PurchaseHistory history, double shape) {
    double alpha = parameters[1];
    double beta = parameters[3];
    return new double[] {
      Math.log((alpha + history.age()) / (alpha + history.recency())),
      shape * (1 / (alpha + history.age()) - 1 / (alpha + history.recency())),
      Math.log((beta + history.age()) / (beta + history.recency())),
      parameters[2] * (1 / (beta + history.age()) - 1 / (beta + history.recency()))
    };
  }
}
