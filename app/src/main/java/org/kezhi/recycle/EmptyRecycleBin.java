package org.kezhi.recycle;

import java.time.Clock;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kezhi.job.JobKind;
import org.kezhi.job.JobRun;
import org.kezhi.job.NightlyJob;
import org.kezhi.record.ObjectType;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/// Erases every night what has lain in the recycle bin for as long as the company keeps it.
@Component
class EmptyRecycleBin implements JobKind {

  static final String NAME = "emptyRecycleBin";

  private static final int BATCH = 500;

  private final Erasure erasure;
  private final Retention retention;
  private final Clock clock;

  EmptyRecycleBin(Erasure erasure, Retention retention, Clock clock) {
    this.erasure = erasure;
    this.retention = retention;
    this.clock = clock;
  }

  @Bean
  static NightlyJob nightlyEmptying() {
    return new NightlyJob(NAME, LocalTime.of(2, 30));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, Long> run(JobRun run) {
    var before =
        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(retention.days());
    long erased = 0;
    for (var type : erasure.inOrder()) {
      for (var ids = erasure.ripe(type, before, null, BATCH); !ids.isEmpty(); ) {
        run.progress(erased, null);
        erased += erase(run.id(), type, ids);
        ids = erasure.ripe(type, before, ids.getLast(), BATCH);
      }
    }
    return Map.of("erased", erased);
  }

  /// Where something refers to one of a batch, the others are erased without it.
  private long erase(UUID run, ObjectType type, List<UUID> ids) {
    try {
      return erasure.erase(run, type, ids);
    } catch (DataIntegrityViolationException used) {
      if (ids.size() == 1) {
        return 0;
      }
      var half = ids.size() / 2;
      return erase(run, type, ids.subList(0, half))
          + erase(run, type, ids.subList(half, ids.size()));
    }
  }
}
