package org.kezhi.model;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/// Pareto/NBD (Schmittlein, Morrison and Colombo 1987, Counting Your Customers, Management Science
/// 33): customers buy at random at a rate of their own, gamma distributed between them, and leave
/// at a random time, also at a rate of their own and gamma distributed.
///
/// @param r shape of the rates of buying, above 0
/// @param alpha scale of the rates of buying in weeks, above 0
/// @param s shape of the rates of leaving, above 0
/// @param beta scale of the rates of leaving in weeks, above 0
public record ParetoNbd(double r, double alpha, double s, double beta) implements PurchaseModel {

  private static final GaussIntegrator PANEL = new GaussIntegratorFactory().legendre(20);
  private static final int PANELS = 40;

  /// @throws IllegalArgumentException unless all parameters are above 0
  public ParetoNbd {
    if (!(r > 0 && alpha > 0 && s > 0 && beta > 0)) {
      throw new IllegalArgumentException("r, alpha, s and beta must be above 0");
    }
  }

  @Override
  public double[] parameters() {
    return new double[] {r, alpha, s, beta};
  }

  @Override
  public double alive(PurchaseHistory history) {
    return Math.exp(-new ParetoOdds(new ParetoTail(), parameters(), history).log);
  }

  @Override
  public double expected(PurchaseHistory history, double weeks) {
    return alive(history)
        * (r + history.repeats())
        / (alpha + history.age())
        * lifetime(beta + history.age(), weeks);
  }

  @Override
  public double expected(double weeks) {
    return r / alpha * lifetime(beta, weeks);
  }

  /// How much of a period somebody is expected to stay a customer, in weeks.
  private double lifetime(double scale, double weeks) {
    var log = Math.log1p(weeks / scale);
    return scale * (s == 1 ? log : -Math.expm1((1 - s) * log) / (s - 1));
  }

  /// Purchases to be expected of somebody with this history for all times to come, each worth less
  /// the later it is (DERT: Fader, Hardie and Lee 2005, RFM and CLV, Journal of Marketing Research
  /// 42).
  ///
  /// @param discount continuous rate a week, above 0
  public double discountedResidual(PurchaseHistory history, double discount) {
    var scale = beta + history.age();
    var most = Math.log1p(60 / (discount * scale));
    var weeks =
        scale
            * integral(
                most,
                // weeks from now on: scale · (e^w - 1)
                w -> Math.exp((1 - s) * w - discount * scale * Math.expm1(w)));
    return alive(history) * (r + history.repeats()) / (alpha + history.age()) * weeks;
  }

  /// Over the time at which they leave, as in Fader and Hardie 2006, Deriving an Expression for
  /// P(X(t) = x) Under the Pareto/NBD Model; the integral itself instead of its series.
  @Override
  public double probability(int repeats, double weeks) {
    var stayed =
        Math.exp(s * Math.log(beta / (beta + weeks)))
            * NegativeBinomial.probability(r, alpha, repeats, weeks);
    var left =
        integral(
            weeks,
            y ->
                NegativeBinomial.probability(r, alpha, repeats, y)
                    * s
                    / beta
                    * Math.exp((s + 1) * Math.log(beta / (beta + y))));
    return stayed + left;
  }

  private static double integral(double to, DoubleUnaryOperator function) {
    var sum = 0.0;
    var half = to / PANELS / 2;
    for (var panel = 0; panel < PANELS; panel++) {
      var middle = (2 * panel + 1) * half;
      sum += half * PANEL.integrate(u -> function.applyAsDouble(middle + half * u));
    }
    return sum;
  }

  @Override
  public double logLikelihood(PurchaseHistory history) {
    var one = PurchaseHistories.of(List.of(history));
    return new ParetoLikelihood(one).of(parameters(), new double[4]);
  }
}
