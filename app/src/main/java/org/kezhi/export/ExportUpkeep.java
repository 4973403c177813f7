package org.kezhi.export;

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

/// Throws exports away whose time is over, and files that belong to none.
@Component
class ExportUpkeep implements JobKind {

  static final String NAME = "exportUpkeep";

  private final ExportRepository exports;
  private final ExportFiles files;
  private final Clock clock;

  ExportUpkeep(ExportRepository exports, ExportFiles files, Clock clock) {
    this.exports = exports;
    this.files = files;
    this.clock = clock;
  }

  @Bean
  static NightlyJob nightlyUpkeepOfExports() {
    return new NightlyJob(NAME, LocalTime.of(3, 45));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, Long> run(JobRun run) {
    var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    long done = 0;
    for (var id : exports.expired(now)) {
      run.progress(done++, null);
      exports.delete(id);
    }
    for (var id : files.all()) {
      if (exports.find(id).isEmpty()) {
        files.delete(id);
      }
    }
    return Map.of("exports", done);
  }
}
