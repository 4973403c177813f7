package org.kezhi.model;

import static org.hipparchus.special.Beta.logBeta;

import java.util.List;

/// How long customers with a contract stay (Fader and Hardie 2007, How to Project Customer
/// Retention, Journal of Interactive Marketing 21): each renews with a probability of their own,
/// beta distributed between them.
///
/// @param alpha first parameter of not renewing, above 0
/// @param beta second parameter of not renewing, above 0
public record ShiftedBetaGeometric(double alpha, double beta) {

  /// @throws IllegalArgumentException unless both parameters are above 0
  public ShiftedBetaGeometric {
    if (!(alpha > 0 && beta > 0)) {
      throw new IllegalArgumentException("alpha and beta must be above 0");
    }
  }

  /// By maximum likelihood.
  ///
  /// @param customers of one cohort at the beginning and after each renewal, never more than before
  public static Fit<ShiftedBetaGeometric> fit(List<Long> customers) {
    var estimates = MaximumLikelihood.of(new RenewalLikelihood(customers));
    var found = estimates.parameters();
    return new Fit<>(new ShiftedBetaGeometric(found[0], found[1]), estimates);
  }

  /// The share of customers, 0 to 1, who are still there after so many renewals.
  public double survival(int renewals) {
    return Math.exp(logBeta(alpha, beta + renewals) - logBeta(alpha, beta));
  }

  /// The share of those there before a renewal who renew.
  ///
  /// @param renewal from 1 on
  public double retention(int renewal) {
    return (beta + renewal - 1) / (alpha + beta + renewal - 1);
  }
}
