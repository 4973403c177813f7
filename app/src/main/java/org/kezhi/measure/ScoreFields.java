package org.kezhi.measure;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.kezhi.measure.Ranking.Buyers;
import org.kezhi.measure.Ranking.Totals;
import org.kezhi.measure.SaleSteps.Sales;
import org.kezhi.measure.ValueSettings.Scoring;
import org.kezhi.measure.ValueSettings.ScoringMethod;

/// Recency, frequency and monetary value of a buyer against those of all buyers.
final class ScoreFields {

  private final FigurePeriod period;
  private final Scoring scoring;
  private final Totals totals;

  ScoreFields(FigurePeriod period, Scoring scoring, Totals totals) {
    this.period = period;
    this.scoring = scoring;
    this.totals = totals;
  }

  Field<Integer> r() {
    return score(
        Buyers.BY_RECENCY, Scores.bandsDown(Ranking.recencyDays(period), scoring.recencyDays()));
  }

  Field<Integer> f() {
    return score(Buyers.BY_FREQUENCY, Scores.bandsUp(Sales.FREQUENCY, scoring.frequency()));
  }

  Field<Integer> m() {
    return score(Buyers.BY_MONETARY, Scores.bandsUp(Sales.REVENUE, scoring.monetary()));
  }

  /// Compares sums instead of means, so that nothing is rounded.
  Field<String> rfmClass() {
    var n = inline(totals.buyers());
    var recent =
        Ranking.recencyDays(period)
            .cast(SQLDataType.BIGINT)
            .times(n)
            .lt(inline(totals.recencyDays()));
    var frequent = Sales.FREQUENCY.cast(SQLDataType.BIGINT).times(n).gt(inline(totals.frequency()));
    var valuable =
        Sales.REVENUE.times(inline(BigDecimal.valueOf(totals.buyers()))).gt(totals.revenue());
    return when(Buyers.CUSTOMER.isNull(), inline("none"))
        .otherwise(Scores.rfmClass(recent, frequent, valuable));
  }

  Field<String> segment() {
    return when(Buyers.CUSTOMER.isNull(), inline("none")).otherwise(Scores.segment(r(), f()));
  }

  private Field<Integer> score(Field<Integer> rank, Field<Integer> bands) {
    var score =
        scoring.method() == ScoringMethod.quantile ? Scores.quantile(rank, totals.buyers()) : bands;
    return when(Buyers.CUSTOMER.isNull(), inline(0)).otherwise(score);
  }
}
