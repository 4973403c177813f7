package org.kezhi.measure;

import static org.kezhi.db.Tables.CUSTOMER_VALUE;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/// Puts the overview together from counts.
public final class OverviewBuilder {

  static final List<String> LAYERS = List.of("top", "big", "medium", "small");
  private static final List<String> ALL_LAYERS =
      List.of("top", "big", "medium", "small", "inactive", "prospect", "suspect", "none");
  private static final List<String> ACTIVITY = List.of("A", "B", "W", "C", "N");
  private static final int POINTS = 100;

  private final ValueCounts counts;
  private final Frame frame;

  public OverviewBuilder(ValueCounts counts, Frame frame) {
    this.counts = counts;
    this.frame = frame;
  }

  /// What holds for all viewers of a run.
  ///
  /// @param beforePrevious as long before the earlier day as that lies before the day of the
  ///   figures
  public record Frame(
      LocalDate asOf,
      LocalDate previousAsOf,
      LocalDate beforePrevious,
      LocalDate windowStart,
      String currency) {

    public static Frame of(FigurePeriod period, ValueSettings settings, String currency) {
      return new Frame(
          period.asOf(),
          period.previousAsOf(),
          period.asOf().minusMonths(2L * settings.migrationMonths()),
          period.windowStart(),
          currency);
    }
  }

  /// What lies outside all customers and so cannot be counted from them.
  public record Unattributed(long lines, BigDecimal revenue) {
    public static final Unattributed NONE = new Unattributed(0, BigDecimal.ZERO);
  }

  public ValueOverview build(Unattributed unattributed) {
    var sums = counts.sums(frame.previousAsOf(), frame.beforePrevious());
    var migration = counts.migration();
    return new ValueOverview(
        frame.asOf(),
        null,
        frame.previousAsOf(),
        frame.windowStart(),
        frame.currency(),
        totals(sums, unattributed, migration),
        new ValueOverview.Pyramid(
            "revenue",
            layers(CUSTOMER_VALUE.LAYER),
            layers(CUSTOMER_VALUE.LAYER_BY_PROFIT),
            migration,
            Amounts.plain(sums.gains().add(sums.losses()))),
        rfm(),
        concentration(sums),
        new ValueOverview.Activity(activity(), months()),
        counts.classes(CUSTOMER_VALUE.STAGE).stream()
            .map(stage -> new ValueOverview.StageCount(stage.name(), stage.customers()))
            .toList());
  }

  private static ValueOverview.Totals totals(
      ValueCounts.Sums sums, Unattributed unattributed, List<ValueOverview.Move> migration) {
    var lines = sums.lines().longValueExact();
    return new ValueOverview.Totals(
        lines + unattributed.lines(),
        unattributed.lines(),
        sums.customers(),
        sums.buyers(),
        Amounts.plain(sums.revenue().add(unattributed.revenue())),
        Amounts.plain(sums.revenue()),
        sums.newBuyers(),
        Amounts.share((long) sums.newBuyers() - sums.earlierNewBuyers(), sums.earlierNewBuyers()),
        rate(migration, true),
        rate(migration, false));
  }

  private static @Nullable BigDecimal rate(List<ValueOverview.Move> migration, boolean up) {
    var whole = 0L;
    var part = 0L;
    for (var move : migration) {
      var from = LAYERS.indexOf(move.from());
      if (from >= 0) {
        whole += move.customers();
        var to = LAYERS.contains(move.to()) ? LAYERS.indexOf(move.to()) : LAYERS.size();
        part += (up ? to < from : to > from) ? move.customers() : 0;
      }
    }
    return Amounts.share(part, whole);
  }

  private List<ValueOverview.Layer> layers(Field<String> figure) {
    var rows = counts.layers(figure);
    var whole =
        rows.stream()
            .filter(row -> LAYERS.contains(row.value1()))
            .map(row -> row.value3())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    var byName =
        rows.stream()
            .map(row ->
                new ValueOverview.Layer(
                    row.value1(),
                    row.value2(),
                    Amounts.plain(row.value3()),
                    Amounts.plain(row.value4()),
                    LAYERS.contains(row.value1()) ? Amounts.share(row.value3(), whole) : null,
                    row.value5().longValueExact()))
            .collect(Collectors.toMap(ValueOverview.Layer::layer, layer -> layer));
    var zero = BigDecimal.ZERO;
    return ALL_LAYERS.stream()
        .map(name ->
            byName.getOrDefault(name, new ValueOverview.Layer(name, 0, zero, zero, null, 0)))
        .toList();
  }

  private ValueOverview.Rfm rfm() {
    var cells = new ArrayList<ValueOverview.Cell>();
    for (var row : counts.grid()) {
      var mean = row.value4().divide(BigDecimal.valueOf(row.value3()), 6, RoundingMode.HALF_UP);
      cells.add(
          new ValueOverview.Cell(
              row.value1(),
              row.value2(),
              row.value3(),
              Amounts.plain(row.value4()),
              Amounts.plain(mean)));
    }
    return new ValueOverview.Rfm(
        cells,
        counts.classes(CUSTOMER_VALUE.RFM_CLASS),
        counts.classes(CUSTOMER_VALUE.RFM_SEGMENT).stream()
            .map(each ->
                new ValueOverview.SegmentCount(each.name(), each.customers(), each.revenue()))
            .toList(),
        new ValueOverview.Scores(
            counts.scores(CUSTOMER_VALUE.R_SCORE),
            counts.scores(CUSTOMER_VALUE.F_SCORE),
            counts.scores(CUSTOMER_VALUE.M_SCORE)));
  }

  private ValueOverview.Concentrated concentration(ValueCounts.Sums sums) {
    var buyers = sums.buyers();
    var abc = counts.classes(CUSTOMER_VALUE.REVENUE_CLASS);
    var fifth = position(buyers, 20);
    var positions = new TreeSet<Integer>();
    IntStream.rangeClosed(1, POINTS).forEach(percent -> positions.add(position(buyers, percent)));
    var reached = new HashMap<Integer, BigDecimal>();
    counts.ranked().reached(positions).forEach(row -> reached.put(row.value1(), row.value2()));
    var total = reached.getOrDefault(buyers, BigDecimal.ZERO);
    if (total.signum() <= 0) {
      return new ValueOverview.Concentrated(null, null, List.of(), abc);
    }
    return new ValueOverview.Concentrated(
        gini(buyers, total, counts.ranked().weighted()),
        Amounts.share(reached.getOrDefault(fifth, BigDecimal.ZERO), total),
        curve(positions, reached, total),
        abc);
  }

  private static List<List<BigDecimal>> curve(
      TreeSet<Integer> positions, Map<Integer, BigDecimal> reached, BigDecimal total) {
    var curve = new ArrayList<List<BigDecimal>>();
    curve.add(List.of(BigDecimal.ZERO, BigDecimal.ZERO));
    for (var position : positions) {
      var customers = Amounts.share(position, positions.last());
      var revenue = Amounts.share(reached.getOrDefault(position, BigDecimal.ZERO), total);
      if (customers != null && revenue != null) {
        curve.add(List.of(customers, revenue));
      }
    }
    return curve;
  }

  /// @param weighted the sum of revenue times position, the best customer in position 1
  static BigDecimal gini(long buyers, BigDecimal total, BigDecimal weighted) {
    var n = BigDecimal.valueOf(buyers);
    var one = BigDecimal.ONE;
    var ascending = total.multiply(n.add(one)).subtract(weighted);
    var numerator = ascending.multiply(BigDecimal.TWO).subtract(total.multiply(n.add(one)));
    return Amounts.plain(numerator.divide(total.multiply(n), 6, RoundingMode.HALF_UP));
  }

  private static int position(int buyers, int percent) {
    return Math.toIntExact(((long) buyers * percent + POINTS - 1) / POINTS);
  }

  private List<ValueOverview.ActivityCount> activity() {
    var byName =
        counts.classes(CUSTOMER_VALUE.ACTIVITY_CLASS).stream()
            .collect(Collectors.toMap(each -> each.name(), each -> each.customers()));
    return ACTIVITY.stream()
        .map(name -> new ValueOverview.ActivityCount(name, byName.getOrDefault(name, 0L)))
        .toList();
  }

  private List<ValueOverview.ActivityMonth> months() {
    var byMonth = new HashMap<Integer, Map<String, Long>>();
    counts
        .trend()
        .forEach(row ->
            byMonth
                .computeIfAbsent(row.value1(), _ -> new HashMap<>())
                .put(row.value2(), row.value3().longValueExact()));
    return IntStream.iterate(SaleSteps.TREND, n -> n >= 1, n -> n - 1)
        .mapToObj(n -> month(n, byMonth.getOrDefault(n, Map.of())))
        .toList();
  }

  private ValueOverview.ActivityMonth month(int back, Map<String, Long> classes) {
    return new ValueOverview.ActivityMonth(
        YearMonth.from(frame.asOf()).minusMonths(back).toString(),
        classes.getOrDefault("A", 0L),
        classes.getOrDefault("B", 0L),
        classes.getOrDefault("W", 0L),
        classes.getOrDefault("C", 0L),
        classes.getOrDefault("N", 0L));
  }
}
