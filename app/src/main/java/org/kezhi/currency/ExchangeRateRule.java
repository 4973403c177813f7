package org.kezhi.currency;

import static org.kezhi.db.Tables.EXCHANGE_RATE;

import java.util.Locale;
import org.kezhi.platform.Settings;
import org.kezhi.record.FieldValues;
import org.kezhi.writing.Draft;
import org.kezhi.writing.WriteRule;
import org.springframework.stereotype.Component;

/// A rate is one of a currency that there is, and never of the base currency: that is worth one.
@Component
class ExchangeRateRule implements WriteRule {

  private final Settings settings;

  ExchangeRateRule(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String object() {
    return ExchangeRateType.NAME;
  }

  @Override
  public void apply(Draft draft) {
    var given = draft.get(EXCHANGE_RATE.CURRENCY);
    if (given != null) {
      var code = given.strip().toUpperCase(Locale.ROOT);
      draft.set(EXCHANGE_RATE.CURRENCY, code);
      if (!FieldValues.isCurrency(code)) {
        draft.reject(EXCHANGE_RATE.CURRENCY, "notACurrency");
      } else if (code.equals(settings.baseCurrency())) {
        draft.reject(EXCHANGE_RATE.CURRENCY, "baseCurrency");
      }
    }
    var rate = draft.get(EXCHANGE_RATE.RATE);
    if (rate != null && rate.signum() <= 0) {
      draft.reject(EXCHANGE_RATE.RATE, "notPositive");
    }
  }
}
