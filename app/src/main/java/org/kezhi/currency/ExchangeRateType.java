package org.kezhi.currency;

import static org.kezhi.db.Tables.EXCHANGE_RATE;

import org.kezhi.record.ObjectType;
import org.springframework.stereotype.Component;

/// What one unit of a currency is worth in the base currency, from a day on.
@Component
final class ExchangeRateType extends ObjectType {

  static final String NAME = "exchangeRate";

  ExchangeRateType() {
    super(NAME, EXCHANGE_RATE);
    path("exchange-rates");
    shown("settings", "currency");
    title(EXCHANGE_RATE.CURRENCY);
    quickCreate(
        EXCHANGE_RATE.CURRENCY, EXCHANGE_RATE.VALID_FROM, EXCHANGE_RATE.RATE, EXCHANGE_RATE.SOURCE);
    defaultList(
        EXCHANGE_RATE.CURRENCY, EXCHANGE_RATE.VALID_FROM, EXCHANGE_RATE.RATE, EXCHANGE_RATE.SOURCE);
    defaultSort("-validFrom");
  }
}
