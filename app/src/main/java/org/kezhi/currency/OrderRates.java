package org.kezhi.currency;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.kezhi.db.Tables.EXCHANGE_RATE;
import static org.kezhi.db.Tables.SALES_ORDER;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.kezhi.audit.AuditContext;
import org.kezhi.platform.Invariant;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// An order counts at the rate of its day. The database sees to that when an order is written; this
/// follows when a rate is entered or corrected later.
@Repository
class OrderRates implements Invariant {

  private static final int BATCH = 20_000;

  /// None where no rate is known: such an order keeps the one that it has.
  private static final Field<BigDecimal> KNOWN =
      DSL.function(
          "exchange_rate_on", SQLDataType.NUMERIC, SALES_ORDER.CURRENCY, SALES_ORDER.ORDERED_AT);

  private final DSLContext db;
  private final AuditContext audit;

  OrderRates(DSLContext db, AuditContext audit) {
    this.db = db;
    this.audit = audit;
  }

  /// What became of a batch of orders.
  ///
  /// @param last the last of them; none when all are through
  record Step(@Nullable UUID last, int changed) {}

  /// Follows the rates in the next batch of orders, in the order of their ids.
  @Transactional
  Step follow(UUID run, @Nullable UUID after) {
    var ids =
        db.select(SALES_ORDER.ID)
            .from(SALES_ORDER)
            .where(after == null ? DSL.noCondition() : SALES_ORDER.ID.gt(after))
            .orderBy(SALES_ORDER.ID)
            .limit(BATCH)
            .fetch(SALES_ORDER.ID);
    if (ids.isEmpty()) {
      return new Step(null, 0);
    }
    audit.begin(null, "job", run);
    var changed =
        db.update(SALES_ORDER)
            .set(SALES_ORDER.RATE, KNOWN)
            .where(SALES_ORDER.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
            .and(differs())
            .execute();
    return new Step(ids.getLast(), changed);
  }

  @Override
  public String name() {
    return "orderRates";
  }

  @Override
  @Transactional(readOnly = true)
  public Finding check() {
    var wrong =
        db.select(SALES_ORDER.CODE)
            .from(SALES_ORDER)
            .where(differs())
            .limit(MOST_EXAMPLES)
            .fetch(SALES_ORDER.CODE);
    var counted =
        db.select(count(), wrong.isEmpty() ? inline(0) : count().filterWhere(differs()))
            .from(SALES_ORDER)
            .fetchSingle();
    return new Finding(counted.value1(), counted.value2(), List.copyOf(wrong));
  }

  /// Only currencies of which there is a rate are looked at more closely.
  private static Condition differs() {
    return SALES_ORDER
        .CURRENCY
        .in(select(EXCHANGE_RATE.CURRENCY).from(EXCHANGE_RATE))
        .and(KNOWN.isNotNull())
        .and(SALES_ORDER.RATE.ne(KNOWN));
  }
}
