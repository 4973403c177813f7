package org.kezhi.customization;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kezhi.job.JobKind;
import org.kezhi.job.JobRun;
import org.kezhi.job.Jobs;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Does for new custom fields what takes longer than anybody can wait for.
@Component
class FieldUpkeep implements JobKind {

  static final String NAME = "fieldUpkeep";

  private final FieldIndexes indexes;
  private final RollUpFill rollUps;
  private final Jobs jobs;

  FieldUpkeep(FieldIndexes indexes, RollUpFill rollUps, Jobs jobs) {
    this.indexes = indexes;
    this.rollUps = rollUps;
    this.jobs = jobs;
  }

  @EventListener(ApplicationReadyEvent.class)
  void bringUpToDate() {
    if (!indexes.areComplete() || !rollUps.areComplete()) {
      jobs.startForChange(NAME);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  /// What was added while it ran is done too.
  @Override
  public @Nullable Object run(JobRun run) {
    var made = 0;
    var filled = 0L;
    while (!indexes.areComplete() || !rollUps.areComplete()) {
      run.step("rollUps");
      filled += rollUps.complete(done -> run.progress(done, null));
      run.step("indexes");
      made += indexes.complete(done -> run.progress(done, null));
    }
    return Map.of("indexes", made, "records", filled);
  }
}
