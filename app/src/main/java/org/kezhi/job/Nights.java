package org.kezhi.job;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import org.kezhi.platform.Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Puts nightly jobs into the queue, at times in the company's zone as it is on that day.
@Component
class Nights {

  private final Settings settings;
  private final ObjectProvider<Jobs> jobs;

  Nights(Settings settings, ObjectProvider<Jobs> jobs) {
    this.settings = settings;
    this.jobs = jobs;
  }

  RecurringTask<Void> task(NightlyJob nightly) {
    return Tasks.recurring("nightly-" + nightly.kind(), new EveryDay(nightly.at()))
        .execute((_, _) -> jobs.getObject().start(nightly.kind(), "", Map.of(), null));
  }

  private final class EveryDay implements Schedule {

    private final LocalTime at;

    EveryDay(LocalTime at) {
      this.at = at;
    }

    @Override
    public Instant getNextExecutionTime(ExecutionComplete last) {
      return after(last.getTimeDone());
    }

    @Override
    public Instant getInitialExecutionTime(Instant now) {
      return after(now);
    }

    @Override
    public boolean isDeterministic() {
      return false;
    }

    private Instant after(Instant moment) {
      var today = moment.atZone(settings.zone());
      var next = today.with(at);
      return (next.isAfter(today) ? next : next.plusDays(1)).toInstant();
    }
  }
}
