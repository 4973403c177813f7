package org.kezhi.insight;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezhi.measure.ValueOverview;

/// The counts and sums of a run, for people and scripts that check them.
public record ValueReport(
    LocalDate asOf,
    LocalDate windowStart,
    long run,
    String currency,
    long lines,
    long linesWithoutCustomer,
    long customers,
    long buyers,
    BigDecimal revenue,
    BigDecimal attributedRevenue,
    ValueOverview.Scores scores,
    List<ValueOverview.ClassCount> rfmClasses,
    List<ValueOverview.SegmentCount> rfmSegments,
    List<ValueOverview.ActivityCount> activityClasses,
    List<ValueOverview.Layer> layers,
    List<ValueOverview.Layer> layersByProfit,
    @Nullable BigDecimal gini,
    @Nullable BigDecimal top20Share,
    List<ValueOverview.ClassCount> revenueClasses,
    List<ValueOverview.StageCount> stages) {

  static ValueReport of(ValueOverview overview) {
    var totals = overview.totals();
    var run = overview.run();
    return new ValueReport(
        overview.asOf(),
        overview.windowStart(),
        run == null ? 0 : run.number(),
        overview.currency(),
        totals.lines(),
        totals.linesWithoutCustomer(),
        totals.customers(),
        totals.buyers(),
        totals.revenue(),
        totals.attributedRevenue(),
        overview.rfm().scores(),
        overview.rfm().classes(),
        overview.rfm().segments(),
        overview.activity().current(),
        overview.pyramid().layers(),
        overview.pyramid().layersByProfit(),
        overview.concentration().gini(),
        overview.concentration().top20Share(),
        overview.concentration().abc(),
        overview.stages());
  }
}
