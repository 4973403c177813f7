package org.kezhi.measure;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import org.jooq.Condition;
import org.jooq.Field;
import org.kezhi.measure.SaleSteps.Sales;
import org.kezhi.measure.ValueSettings.StageRules;
import org.kezhi.warehouse.StarSchema.DimCustomer;

/// Where a customer stands in its life with us; the first stage that applies.
final class LifeCycle {

  private final FigurePeriod period;
  private final StageRules rules;

  LifeCycle(FigurePeriod period, StageRules rules) {
    this.period = period;
    this.rules = rules;
  }

  /// A customer with returns only has sales but fewer purchases than any: it is in development.
  Field<String> stage(Condition hasInquiry) {
    var lost = DimCustomer.STATUS.eq(inline("lost")).or(ActivityClass.CURRENT.eq(inline("C")));
    var noSale = Sales.CUSTOMER.isNull();
    var newSince = period.asOf().minusDays(rules.newDays());
    var young =
        noSale
            .or(Sales.FIRST.isNull())
            .or(Sales.FIRST.gt(inline(newSince)))
            .or(Sales.PURCHASES.lt(inline(rules.minPurchases())));
    return when(lost, inline("termination"))
        .when(noSale.andNot(hasInquiry), inline("potential"))
        .when(young, inline("development"))
        .when(grows(), inline("growth"))
        .otherwise(inline("maturity"));
  }

  Field<Boolean> declining(Condition hasInquiry) {
    var kept = inline(BigDecimal.ONE.subtract(rules.decline()));
    var fell =
        Sales.EARLIER.gt(inline(BigDecimal.ZERO)).and(Sales.RECENT.lt(Sales.EARLIER.times(kept)));
    return when(stage(hasInquiry).eq(inline("maturity")).and(fell), inline(true))
        .otherwise(inline(false));
  }

  private Condition grows() {
    var grown = Sales.EARLIER.times(inline(BigDecimal.ONE.add(rules.growth())));
    var fromNothing =
        Sales.EARLIER.le(inline(BigDecimal.ZERO)).and(Sales.RECENT.gt(inline(BigDecimal.ZERO)));
    return fromNothing.or(Sales.EARLIER.gt(inline(BigDecimal.ZERO)).and(Sales.RECENT.gt(grown)));
  }
}
