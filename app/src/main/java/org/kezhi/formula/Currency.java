package org.kezhi.formula;

import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/// In which currency an amount is: amounts of different ones are neither added nor compared.
///
/// @param through the reference by which a formula came to the amount; empty for the record's own
/// @param column what holds the currency; none for the company's base currency
record Currency(String through, @Nullable Field<String> column) {

  static Currency of(String through, @Nullable Field<String> column) {
    return new Currency(column == null ? "" : through, column);
  }

  /// Whether the record itself says it, so that the amount can be shown as one.
  boolean isKnownHere() {
    return through.isEmpty();
  }
}
