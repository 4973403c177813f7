package org.kezhi.notification;

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

/// Forgets every night what people were told half a year ago.
@Component
class ForgetNotices implements JobKind {

  static final String NAME = "forgetNotices";

  private static final int DAYS = 180;
  private static final int BATCH = 5_000;

  private final NoticeRepository repository;
  private final Clock clock;

  ForgetNotices(NoticeRepository repository, Clock clock) {
    this.repository = repository;
    this.clock = clock;
  }

  @Bean
  static NightlyJob nightlyForgetting() {
    return new NightlyJob(NAME, LocalTime.of(3, 10));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, Long> run(JobRun run) {
    var before = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(DAYS);
    long forgotten = 0;
    for (var batch = BATCH; batch == BATCH; forgotten += batch) {
      run.progress(forgotten, null);
      batch = repository.forget(before, BATCH);
    }
    return Map.of("forgotten", forgotten);
  }
}
