package org.kezhi.insight;

/// Hears how far a run of the value figures is.
@FunctionalInterface
public interface ValueProgress {

  /// The steps of a run, in their order.
  enum Step {
    refresh,
    figures,
    write
  }

  /// Called when a step begins; may throw to end the run before that step.
  void reached(Step step);
}
