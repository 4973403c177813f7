package org.kezhi.insight;

import static org.kezhi.db.Tables.CUSTOMER;
import static org.kezhi.db.Tables.CUSTOMER_VALUE;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kezhi.db.tables.records.ValueRunRecord;
import org.kezhi.job.Jobs;
import org.kezhi.measure.FigurePeriod;
import org.kezhi.measure.OverviewBuilder;
import org.kezhi.measure.ValueCounts;
import org.kezhi.measure.ValueOverview;
import org.kezhi.measure.ValueSettings;
import org.kezhi.measure.ValueThresholds;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.Settings;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What customers are worth: computes the figures, sums them up and explains them.
@Service
public class ValueFigures {

  private static final int LATEST = 50;

  private final ValueRuns valueRuns;
  private final ValueRunRepository runs;
  private final ValueSettingsStore settings;
  private final ValueExplanations explanations;
  private final Settings company;
  private final Jobs jobs;
  private final DSLContext db;
  private final JsonMapper json;

  ValueFigures(
      ValueRuns valueRuns,
      ValueRunRepository runs,
      ValueSettingsStore settings,
      ValueExplanations explanations,
      Settings company,
      @Lazy Jobs jobs,
      DSLContext db,
      JsonMapper json) {
    this.valueRuns = valueRuns;
    this.runs = runs;
    this.settings = settings;
    this.explanations = explanations;
    this.company = company;
    this.jobs = jobs;
    this.db = db;
    this.json = json;
  }

  /// Starts a run in the background and returns its job.
  ///
  /// @param asOf a day other than the settings say
  public UUID start(ValueSettings.@Nullable AsOf asOf, @Nullable UUID startedBy) {
    return jobs.start(ValueRunJob.NAME, "", new ValueRunJob.Order(asOf), startedBy);
  }

  /// Computes all figures now; runs of one program wait for each other.
  public ValueRun run(
      ValueSettings.@Nullable AsOf asOf, @Nullable UUID startedBy, ValueProgress progress) {
    var number = valueRuns.run(asOf, startedBy, progress);
    return runs.latest(LATEST).stream()
        .filter(run -> run.number() == number)
        .findFirst()
        .orElseThrow();
  }

  public List<ValueRun> runs() {
    return runs.latest(LATEST);
  }

  /// The overview of all customers, as the current run left it.
  public ValueOverview overview() {
    var run = current();
    return json.readValue(run.getOverview().data(), ValueOverview.class).from(source(run));
  }

  /// The overview of the customers that a condition on their table leaves.
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public ValueOverview overview(Condition customers) {
    var run = current();
    var applied = json.readValue(run.getSettings().data(), ValueSettings.class);
    var period = FigurePeriod.of(run.getAsOf(), applied);
    var source = CUSTOMER_VALUE.join(CUSTOMER).on(CUSTOMER.ID.eq(CUSTOMER_VALUE.CUSTOMER_ID));
    var counts = new ValueCounts(db, source, CUSTOMER.DELETED_AT.isNull().and(customers));
    var frame = OverviewBuilder.Frame.of(period, applied, company.baseCurrency());
    return new OverviewBuilder(counts, frame)
        .build(OverviewBuilder.Unattributed.NONE)
        .from(source(run));
  }

  /// Says of each figure of a customer where it comes from.
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public ValueExplanation explanation(UUID customerId, Locale language) {
    var values =
        db.selectFrom(CUSTOMER_VALUE)
            .where(CUSTOMER_VALUE.CUSTOMER_ID.eq(customerId))
            .fetchOptional()
            .orElseThrow(() -> CommonProblem.NOT_FOUND.with());
    var run = current();
    return explanations.explain(
        values,
        run,
        json.readValue(run.getSettings().data(), ValueSettings.class),
        json.readValue(run.getThresholds().data(), ValueThresholds.class),
        language);
  }

  public ValueSettings settings() {
    return settings.current().settings();
  }

  /// Changes the thresholds; the figures follow with the next run.
  @Transactional
  public void changeSettings(ValueSettings changed) {
    if (!changed.isInOrder()) {
      throw ValueProblem.BAD_SETTINGS.with();
    }
    settings.put(changed);
  }

  private ValueRunRecord current() {
    return runs.current().orElseThrow(() -> ValueProblem.NOT_COMPUTED.with());
  }

  private static ValueOverview.Run source(ValueRunRecord run) {
    return new ValueOverview.Run(
        Objects.requireNonNull(run.getId()), run.getNumber(), run.getFinishedAt(), run.getMillis());
  }
}
