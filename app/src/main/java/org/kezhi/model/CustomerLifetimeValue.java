package org.kezhi.model;

/// What a customer is still worth, without a contract: expected occasions of each month to come,
/// times expected money, discounted (Fader, Hardie and Lee 2005).
///
/// @param months how far ahead, 1 or more
/// @param rate discount a month, 0 or more: 0.01 is one per cent
public record CustomerLifetimeValue(int months, double rate) {

  /// Weeks of a month.
  public static final double MONTH = 365.0 / 12 / 7;

  /// @param weeksPerMonth how long a month is
  /// @param money per occasion
  public double of(
      PurchaseModel model, PurchaseHistory history, double money, double weeksPerMonth) {
    var value = 0.0;
    var before = 0.0;
    var factor = 1.0;
    for (var month = 1; month <= months; month++) {
      var until = model.expected(history, month * weeksPerMonth);
      factor /= 1 + rate;
      value += money * (until - before) * factor;
      before = until;
    }
    return value;
  }
}
