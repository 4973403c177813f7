package org.kezhi.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Begins to work when everything else has started and stops before anything else does.
@Component
class JobLifecycle implements SmartLifecycle, DbSchedulerStarter {

  private final Scheduler scheduler;
  private final JobRepository repository;
  private final boolean alone;

  JobLifecycle(
      Scheduler scheduler,
      JobRepository repository,
      @Value("${kezhi.database.url:}") String outerDatabase) {
    this.scheduler = scheduler;
    this.repository = repository;
    this.alone = outerDatabase.isBlank();
  }

  /// With a database of its own this is the only process: whatever looks taken was left by a killed
  /// one. On a shared database the missing signs of life tell.
  @Override
  public void start() {
    if (alone) {
      repository.releaseAll();
    }
    doStart();
  }

  @Override
  public void doStart() {
    scheduler.start();
  }

  @Override
  public void stop() {
    scheduler.stop();
  }

  @Override
  public boolean isRunning() {
    return scheduler.getSchedulerState().isStarted()
        && !scheduler.getSchedulerState().isShuttingDown();
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
