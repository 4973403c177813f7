package org.kezhi.insight;

import org.jspecify.annotations.Nullable;
import org.kezhi.access.Permission;
import org.kezhi.job.JobKind;
import org.kezhi.job.JobRun;
import org.kezhi.measure.ValueSettings;
import org.springframework.stereotype.Component;

/// Computes the value figures in the background.
@Component
class ValueRunJob implements JobKind {

  static final String NAME = "value";
  private static final long STEPS = ValueProgress.Step.values().length;

  private final ValueFigures figures;

  ValueRunJob(ValueFigures figures) {
    this.figures = figures;
  }

  /// What a job is asked to do; nothing means the day of the settings.
  record Order(ValueSettings.@Nullable AsOf asOf) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Permission scope() {
    return Permission.VALUE_RUN;
  }

  @Override
  public ValueRun run(JobRun run) {
    return figures.run(
        run.payload(Order.class).asOf(),
        run.startedBy(),
        step -> {
          run.step(step.name());
          run.progress(step.ordinal(), STEPS);
        });
  }
}
