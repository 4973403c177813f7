package org.kezhi.insight;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.kezhi.db.Tables.CUSTOMER_VALUE;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kezhi.db.tables.records.ValueRunRecord;
import org.kezhi.insight.ValueProgress.Step;
import org.kezhi.measure.CustomerFigures;
import org.kezhi.measure.FigurePeriod;
import org.kezhi.measure.OverviewBuilder;
import org.kezhi.measure.SaleSteps;
import org.kezhi.measure.ThresholdQueries;
import org.kezhi.measure.ValueCounts;
import org.kezhi.measure.ValueSettings;
import org.kezhi.platform.Settings;
import org.kezhi.warehouse.StarSchema.FactSale;
import org.kezhi.warehouse.Warehouse;
import org.kezhi.warehouse.WarehouseFeed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Computes the figures of all customers anew and puts them in the place of the old ones.
@Component
class ValueRuns {

  private final Warehouse warehouse;
  private final WarehouseFeed feed;
  private final ValueSettingsStore settings;
  private final Settings company;
  private final ValueRunRepository runs;
  private final CustomerValueRepository values;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ValueRuns(
      Warehouse warehouse,
      WarehouseFeed feed,
      ValueSettingsStore settings,
      Settings company,
      ValueRunRepository runs,
      CustomerValueRepository values,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.warehouse = warehouse;
    this.feed = feed;
    this.settings = settings;
    this.company = company;
    this.runs = runs;
    this.values = values;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /// @param asOf a day other than the settings say
  long run(ValueSettings.@Nullable AsOf asOf, @Nullable UUID startedBy, ValueProgress progress) {
    try (var session = warehouse.open()) {
      progress.reached(Step.refresh);
      feed.refresh(session);
      var current = settings.current();
      var applied =
          asOf == null
              ? current
              : new VersionedSettings(current.settings().with(asOf), current.version());
      var period = FigurePeriod.of(day(session.db(), applied.settings()), applied.settings());
      var run = runs.begin(period, applied, startedBy);
      try {
        compute(session, period, applied.settings(), run, progress);
      } catch (RuntimeException e) {
        runs.failed(run, e.toString());
        throw e;
      }
      return run.getNumber();
    }
  }

  private LocalDate day(DSLContext db, ValueSettings applied) {
    var today = LocalDate.now(clock.withZone(company.zone()));
    return switch (applied.asOf().mode()) {
      case today -> today;
      case fixed -> Objects.requireNonNullElse(applied.asOf().day(), today);
      case lastSale -> {
        var last =
            db.select(max(FactSale.DAY))
                .from(FactSale.TABLE)
                .where(SaleSteps.inState(applied))
                .fetchSingle()
                .value1();
        yield last == null ? today : last.plusDays(1);
      }
    };
  }

  private void compute(
      Warehouse.Session session,
      FigurePeriod period,
      ValueSettings applied,
      ValueRunRecord run,
      ValueProgress progress) {
    progress.reached(Step.figures);
    var db = session.db();
    var totals = new CustomerFigures(db, period, applied).compute();
    var counts = new ValueCounts(db, CUSTOMER_VALUE, noCondition());
    var frame = OverviewBuilder.Frame.of(period, applied, company.baseCurrency());
    var overview = new OverviewBuilder(counts, frame).build(unattributed(db, period, applied));
    var thresholds = new ThresholdQueries(db).read(period.asOf(), totals);
    progress.reached(Step.write);
    session.through(
        file ->
            db.execute(
                "copy ({0}) to {1} (format csv, header false)",
                select(CustomerValueRepository.columns()).from(CUSTOMER_VALUE),
                inline(file.toString())),
        file ->
            transaction.executeWithoutResult(_ -> {
              var changed = values.replace(file, period.asOf());
              runs.makeCurrent(run, changed, overview, thresholds);
            }));
  }

  /// Lines without a customer, or of customers in the recycle bin.
  private static OverviewBuilder.Unattributed unattributed(
      DSLContext db, FigurePeriod period, ValueSettings applied) {
    var zero = inline(BigDecimal.ZERO);
    var known =
        db.select(
                coalesce(sum(CUSTOMER_VALUE.LINE_COUNT), zero),
                coalesce(sum(CUSTOMER_VALUE.REVENUE), zero))
            .from(CUSTOMER_VALUE)
            .fetchSingle();
    return db.select(count(), coalesce(sum(FactSale.REVENUE), zero))
        .from(FactSale.TABLE)
        .where(SaleSteps.counts(period, applied))
        .and(period.window(FactSale.DAY))
        .fetchSingle(row ->
            new OverviewBuilder.Unattributed(
                row.value1() - known.value1().longValueExact(),
                row.value2().subtract(known.value2())));
  }
}
