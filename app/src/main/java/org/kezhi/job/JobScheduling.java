package org.kezhi.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/// Sets db-scheduler up: a durable queue in the database, with signs of life every two seconds.
@Configuration(proxyBeanMethods = false)
class JobScheduling {

  private static final int THREADS = 4;
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(2);
  private static final int SIGNS_MISSED = 4;
  private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(2);

  /// Takes part in Spring's transactions: a job begins only if the work that asked for it commits.
  @Bean(destroyMethod = "")
  Scheduler scheduler(
      DataSource database,
      JobExecution jobs,
      ObjectProvider<NightlyJob> nightly,
      ObjectProvider<Recurring> small,
      Nights nights) {
    var tasks = new ArrayList<Task<?>>();
    tasks.add(
        Tasks.oneTime(JobExecution.TASK)
            .onFailure((attempt, queue) ->
                queue.reschedule(attempt, attempt.getTimeDone().plus(TRY_AGAIN_AFTER)))
            .onDeadExecutionRevive()
            .execute(jobs::attempt));
    var recurring =
        Stream.concat(nightly.stream().map(nights::task), small.stream().map(JobScheduling::task))
            .toList();
    return Scheduler.create(new TransactionAwareDataSourceProxy(database), tasks)
        .startTasks(recurring)
        .threads(THREADS)
        .pollUsingLockAndFetch(0.5, 1.0)
        .pollingInterval(TRY_AGAIN_AFTER)
        .heartbeatInterval(SIGN_OF_LIFE)
        .missedHeartbeatsLimit(SIGNS_MISSED)
        .shutdownMaxWait(Duration.ofSeconds(20))
        .failureLogging(LogLevel.DEBUG, false)
        .build();
  }

  private static RecurringTask<Void> task(Recurring small) {
    return Tasks.recurring("recurring-" + small.name(), FixedDelay.of(small.every()))
        .execute((_, _) -> small.work().run());
  }
}
