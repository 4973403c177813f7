package org.kezhi.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// Writes amounts without superfluous zeros and shares with six decimals.
final class Amounts {

  private Amounts() {}

  static BigDecimal plain(BigDecimal amount) {
    var stripped = amount.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /// Nothing where the whole is zero or less.
  static @Nullable BigDecimal share(BigDecimal part, BigDecimal whole) {
    return whole.signum() <= 0 ? null : plain(part.divide(whole, 6, RoundingMode.HALF_UP));
  }

  static @Nullable BigDecimal share(long part, long whole) {
    return share(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
  }
}
