package org.kezhi.merge;

import java.time.Clock;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.kezhi.job.JobKind;
import org.kezhi.job.JobRun;
import org.kezhi.job.NightlyJob;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Forgets every night what moved in merges that can no longer be undone.
@Component
class ForgetMoves implements JobKind {

  static final String NAME = "forgetMoves";

  private final MergeLedger ledger;
  private final Clock clock;

  ForgetMoves(MergeLedger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Bean
  static NightlyJob nightlyForgettingOfMoves() {
    return new NightlyJob(NAME, LocalTime.of(2, 40));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, Integer> run(JobRun run) {
    var before =
        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(Merges.DAYS_TO_UNDO);
    return Map.of("forgotten", ledger.forget(before));
  }
}
