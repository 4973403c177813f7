package org.kezhi.measure;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.localDateDiff;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.kezhi.db.Tables.CUSTOMER_VALUE;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.kezhi.measure.Ranking.Totals;
import org.kezhi.warehouse.StarSchema;

/// Reads from the figures of a run where its scores and layers begin and end.
public final class ThresholdQueries {

  private final DSLContext warehouse;

  public ThresholdQueries(DSLContext warehouse) {
    this.warehouse = warehouse;
  }

  public ValueThresholds read(LocalDate asOf, Totals totals) {
    var days = localDateDiff(inline(asOf), CUSTOMER_VALUE.LAST_PURCHASE);
    return new ValueThresholds(
        totals.buyers(),
        mean(BigDecimal.valueOf(totals.recencyDays()), totals),
        mean(BigDecimal.valueOf(totals.frequency()), totals),
        mean(totals.revenue(), totals),
        bands(CUSTOMER_VALUE.R_SCORE, days),
        bands(CUSTOMER_VALUE.F_SCORE, CUSTOMER_VALUE.FREQUENCY),
        bands(CUSTOMER_VALUE.M_SCORE, CUSTOMER_VALUE.MONETARY),
        layers());
  }

  private static BigDecimal mean(BigDecimal sum, Totals totals) {
    return totals.buyers() == 0
        ? BigDecimal.ZERO
        : Amounts.plain(sum.divide(BigDecimal.valueOf(totals.buyers()), 6, RoundingMode.HALF_UP));
  }

  private List<ValueThresholds.Band> bands(Field<Short> score, Field<? extends Number> value) {
    var amount = value.cast(StarSchema.MONEY);
    return warehouse
        .select(score, min(amount), max(amount))
        .from(CUSTOMER_VALUE)
        .where(score.gt((short) 0))
        .groupBy(score)
        .orderBy(score)
        .fetch(row ->
            new ValueThresholds.Band(
                row.value1(), Amounts.plain(row.value2()), Amounts.plain(row.value3())));
  }

  private List<ValueThresholds.LayerBand> layers() {
    return warehouse
        .select(
            CUSTOMER_VALUE.LAYER,
            min(CUSTOMER_VALUE.RANK),
            max(CUSTOMER_VALUE.RANK),
            min(CUSTOMER_VALUE.REVENUE),
            max(CUSTOMER_VALUE.REVENUE))
        .from(CUSTOMER_VALUE)
        .where(CUSTOMER_VALUE.RANK.isNotNull())
        .groupBy(CUSTOMER_VALUE.LAYER)
        .orderBy(min(CUSTOMER_VALUE.RANK))
        .fetch(row ->
            new ValueThresholds.LayerBand(
                row.value1(),
                row.value2(),
                row.value3(),
                Amounts.plain(row.value4()),
                Amounts.plain(row.value5())));
  }
}
