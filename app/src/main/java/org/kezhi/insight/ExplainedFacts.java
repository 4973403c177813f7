package org.kezhi.insight;

import org.kezhi.db.tables.records.CustomerValueRecord;
import org.kezhi.measure.FigurePeriod;
import org.kezhi.measure.ValueSettings;
import org.kezhi.measure.ValueThresholds;

/// A customer's figures with everything that they were computed from.
record ExplainedFacts(
    CustomerValueRecord values,
    FigurePeriod period,
    ValueSettings settings,
    ValueThresholds thresholds) {

  boolean isBuyer() {
    return values.getFrequency() > 0;
  }
}
