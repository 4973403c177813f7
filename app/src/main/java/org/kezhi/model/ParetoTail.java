package org.kezhi.model;

/// The part of the Pareto/NBD likelihood that belongs to leaving after a time: with n = r + s + x,
/// (α+τ)^(r+x) (β+τ)^s · n ∫ from τ to ∞ of (α+y)^-(r+x) (β+y)^-(s+1) dy, which is a Gaussian
/// hypergeometric function with a first parameter of 1 (Fader and Hardie 2005, A Note on Deriving
/// the Pareto/NBD Model; Euler's and Pfaff's transformations make all terms positive).
final class ParetoTail {

  private static final double PRECISION = 1e-16;
  private static final int MOST_TERMS = 1_000_000;

  /// The derivatives with regard to r, α, s and β.
  final double[] gradient = new double[4];

  private double byP;
  private double byQ;
  private double byZ;

  /// @param shape r + x
  /// @param time τ in weeks
  double of(double shape, double alpha, double s, double beta, double time) {
    var q = shape + s + 1;
    return alpha >= beta
        ? lateDropOut(shape, q, alpha, beta, time)
        : earlyDropOut(s + 1, q, alpha, beta, time);
  }

  private double lateDropOut(double p, double q, double alpha, double beta, double time) {
    var end = alpha + time;
    var value = series(p, q, (alpha - beta) / end);
    gradient[0] = byP + byQ;
    gradient[1] = byZ * (beta + time) / (end * end);
    gradient[2] = byQ;
    gradient[3] = -byZ / end;
    return value;
  }

  private double earlyDropOut(double p, double q, double alpha, double beta, double time) {
    var end = beta + time;
    var factor = (alpha + time) / end;
    var value = series(p, q, (beta - alpha) / end);
    gradient[0] = factor * byQ;
    gradient[1] = value / end - factor * byZ / end;
    gradient[2] = factor * (byP + byQ);
    gradient[3] = factor * (byZ * factor / end - value / end);
    return factor * value;
  }

  /// 2F1(1, p; q; z) for 0 < p < q and 0 ≤ z < 1, with its derivatives.
  private double series(double p, double q, double z) {
    var term = 1.0;
    var sum = 1.0;
    var termByP = 0.0;
    var termByQ = 0.0;
    var power = 1.0;
    byP = 0;
    byQ = 0;
    byZ = 0;
    for (var k = 0; k < MOST_TERMS && term > PRECISION * sum; k++) {
      var ratio = (p + k) / (q + k);
      byZ += (k + 1) * power * ratio;
      power *= ratio * z;
      termByP += 1 / (p + k);
      termByQ -= 1 / (q + k);
      term = power;
      sum += term;
      byP += term * termByP;
      byQ += term * termByQ;
    }
    return sum;
  }
}
