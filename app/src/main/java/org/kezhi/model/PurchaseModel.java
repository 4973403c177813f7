package org.kezhi.model;

/// A model of customers who buy at random times until, unseen, they cease to be customers. Times
/// are weeks.
public sealed interface PurchaseModel permits BetaGeometricNbd, ParetoNbd {

  /// The parameters in the order of the literature.
  double[] parameters();

  /// The probability, 0 to 1, that somebody with this history is still a customer.
  double alive(PurchaseHistory history);

  /// How many more occasions are to be expected of somebody with this history.
  ///
  /// @param weeks from the end of observation on, 0 or more
  double expected(PurchaseHistory history, double weeks);

  /// How many repeated occasions are to be expected of somebody who has just bought for the first
  /// time.
  ///
  /// @param weeks from the first occasion on, 0 or more
  double expected(double weeks);

  /// The probability, 0 to 1, that somebody who has just bought for the first time comes back just
  /// so often.
  ///
  /// @param weeks from the first occasion on, above 0
  double probability(int repeats, double weeks);

  /// The natural logarithm of the likelihood of one history.
  double logLikelihood(PurchaseHistory history);
}
