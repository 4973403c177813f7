package org.kezhi.bulk;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.kezhi.job.JobKind;
import org.kezhi.job.JobRun;
import org.kezhi.job.NightlyJob;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Forgets every night how records were before runs that can no longer be taken back, and after a
/// month also which of them were left alone. What came of a run is kept in numbers.
@Component
final class BulkUpkeep implements JobKind {

  static final String NAME = "bulkUpkeep";

  /// Long enough that nobody is still looking at what can be undone for minutes.
  static final Duration OVER = Duration.ofDays(1);

  static final Duration LEFT_ALONE = Duration.ofDays(30);

  private static final int BATCH = 10_000;

  private final EndedRuns runs;
  private final BulkResults results;
  private final Clock clock;

  BulkUpkeep(EndedRuns runs, BulkResults results, Clock clock) {
    this.runs = runs;
    this.results = results;
    this.clock = clock;
  }

  @Bean
  static NightlyJob nightlyUpkeepOfBulkRuns() {
    return new NightlyJob(NAME, LocalTime.of(3, 50));
  }

  @Override
  public String name() {
    return NAME;
  }

  /// The counts are kept before the first of the records is forgotten, so that it can go on at any
  /// time.
  @Override
  public Map<String, Long> run(JobRun run) {
    var forgotten = 0L;
    for (var ended = runs.uncounted(before(OVER)); !ended.isEmpty(); ) {
      for (var id : ended) {
        runs.keepCounts(id, results.counts(id));
      }
      ended = runs.uncounted(before(OVER));
    }
    for (var full = runs.full(); !full.isEmpty(); full = runs.full()) {
      for (var id : full) {
        forgotten += inBatches(run, forgotten, most -> runs.forget(id, most));
      }
    }
    forgotten += inBatches(run, forgotten, most -> runs.forgetLeftAlone(before(LEFT_ALONE), most));
    return Map.of("records", forgotten);
  }

  private static long inBatches(JobRun run, long before, IntUnaryOperator forget) {
    var forgotten = 0L;
    for (var batch = BATCH; batch == BATCH; forgotten += batch) {
      run.progress(before + forgotten, null);
      batch = forget.applyAsInt(BATCH);
    }
    return forgotten;
  }

  private OffsetDateTime before(Duration time) {
    return OffsetDateTime.ofInstant(clock.instant().minus(time), ZoneOffset.UTC);
  }
}
