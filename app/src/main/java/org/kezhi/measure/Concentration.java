package org.kezhi.measure;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import org.jooq.Field;
import org.kezhi.measure.Ranking.Buyers;
import org.kezhi.measure.Ranking.Totals;
import org.kezhi.measure.ValueSettings.RevenueShares;

/// How revenue gathers on few customers.
final class Concentration {

  private Concentration() {}

  /// A up to and including the customer that reaches the share of A, B likewise, C the rest.
  static Field<String> revenueClass(Totals totals, RevenueShares shares) {
    if (totals.revenue().signum() <= 0) {
      return inline("none");
    }
    return when(Buyers.CUSTOMER.isNull(), inline("none"))
        .when(Buyers.BEFORE.lt(inline(totals.revenue().multiply(shares.a()))), inline("A"))
        .when(Buyers.BEFORE.lt(inline(totals.revenue().multiply(shares.b()))), inline("B"))
        .otherwise(inline("C"));
  }
}
