package org.kezhi.currency;

import java.util.Map;
import org.kezhi.job.JobKind;
import org.kezhi.job.JobRun;
import org.kezhi.job.Jobs;
import org.kezhi.record.RecordsChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Counts orders anew when a rate is entered or corrected.
@Component
class FollowRates implements JobKind {

  static final String NAME = "followRates";

  private final OrderRates orders;
  private final Jobs jobs;

  FollowRates(OrderRates orders, Jobs jobs) {
    this.orders = orders;
    this.jobs = jobs;
  }

  @EventListener
  void on(RecordsChanged change) {
    if (change.type().name().equals(ExchangeRateType.NAME)) {
      jobs.startForChange(NAME);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, Long> run(JobRun run) {
    var changed = 0L;
    for (var step = orders.follow(run.id(), null);
        step.last() != null;
        step = orders.follow(run.id(), step.last())) {
      changed += step.changed();
      run.progress(changed, null);
    }
    return Map.of("orders", changed);
  }
}
