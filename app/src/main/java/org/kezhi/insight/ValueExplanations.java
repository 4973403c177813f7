package org.kezhi.insight;

import java.util.Locale;
import org.kezhi.db.tables.records.CustomerValueRecord;
import org.kezhi.db.tables.records.ValueRunRecord;
import org.kezhi.measure.FigurePeriod;
import org.kezhi.measure.ValueSettings;
import org.kezhi.measure.ValueThresholds;
import org.kezhi.platform.Labels;
import org.kezhi.platform.Settings;
import org.springframework.stereotype.Component;

/// Explains the figures of a customer in either language.
@Component
class ValueExplanations {

  private final Labels labels;
  private final Settings company;

  ValueExplanations(Labels labels, Settings company) {
    this.labels = labels;
    this.company = company;
  }

  ValueExplanation explain(
      CustomerValueRecord values,
      ValueRunRecord run,
      ValueSettings settings,
      ValueThresholds thresholds,
      Locale language) {
    var facts =
        new ExplainedFacts(values, FigurePeriod.of(run.getAsOf(), settings), settings, thresholds);
    var words = new ExplanationWords(labels, language, company.baseCurrency());
    return new ValueExplanation(
        run.getAsOf(),
        run.getWindowStart(),
        run.getNumber(),
        run.getSettingsVersion(),
        company.baseCurrency(),
        new ExplanationText(facts, words).items());
  }
}
