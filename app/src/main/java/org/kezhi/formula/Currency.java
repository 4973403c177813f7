package org.kezhi.formula;

import org.jspecify.annotations.Nullable;
import org.kezhi.record.MoneyUnit;

/// In which currency an amount is: amounts of different ones are neither added nor compared.
///
/// @param through the reference by which a formula came to the amount; empty for the record's own
/// @param unit where the currency stands; none for the company's base currency
record Currency(String through, @Nullable MoneyUnit unit) {

  static Currency of(String through, @Nullable MoneyUnit unit) {
    return new Currency(unit == null ? "" : through, unit);
  }

  /// Whether the record itself says it, so that the amount can be shown as one.
  boolean isKnownHere() {
    return through.isEmpty();
  }
}
