package org.kezhi.sales;

import static org.kezhi.db.Tables.SALES_ORDER;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kezhi.platform.Settings;
import org.kezhi.writing.Draft;
import org.kezhi.writing.WriteRule;
import org.springframework.stereotype.Component;

/// An order in another currency needs a rate of its day, without which it would count for nothing
/// that means anything.
@Component
class OrderRule implements WriteRule {

  private final DSLContext db;
  private final Settings settings;
  private final Clock clock;

  OrderRule(DSLContext db, Settings settings, Clock clock) {
    this.db = db;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String object() {
    return "order";
  }

  @Override
  public void apply(Draft draft) {
    var isAsked = draft.changes(SALES_ORDER.CURRENCY) || draft.changes(SALES_ORDER.ORDERED_AT);
    var currency = isAsked ? draft.now(SALES_ORDER.CURRENCY) : null;
    if (currency == null || currency.equals(settings.baseCurrency())) {
      return;
    }
    var at = draft.now(SALES_ORDER.ORDERED_AT);
    var moment = at == null ? OffsetDateTime.now(clock) : at;
    var rate =
        db.select(
                DSL.function(
                    "exchange_rate_on", SQLDataType.NUMERIC, DSL.val(currency), DSL.val(moment)))
            .fetchSingle()
            .value1();
    if (rate == null) {
      var day = moment.atZoneSameInstant(settings.zone()).toLocalDate();
      draft.reject(SALES_ORDER.CURRENCY, "noRate", currency, day.toString());
    }
  }
}
