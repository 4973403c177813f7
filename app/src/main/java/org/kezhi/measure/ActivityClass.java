package org.kezhi.measure;

import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.month;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.shl;
import static org.jooq.impl.DSL.shr;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.DSL.year;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.kezhi.measure.SaleSteps.Sales;
import org.kezhi.measure.ValueSettings.ActivityRules;

/// How regularly a customer buys: A every month, B within every quarter, C lost, W to be watched, N
/// new.
final class ActivityClass {

  /// Stands in the trend for a customer that had not bought yet.
  static final String BEFORE = "-";

  /// One row per customer with sales.
  static final Table<?> TABLE = table(name("activity"));

  static final Field<UUID> CUSTOMER = field(name("activity", "customer"), SQLDataType.UUID);
  static final Field<String> CURRENT = field(name("activity", "class"), SQLDataType.VARCHAR);
  static final Field<String> TREND = field(name("activity", "trend"), SQLDataType.VARCHAR);

  private final FigurePeriod period;
  private final ActivityRules rules;

  ActivityClass(FigurePeriod period, ActivityRules rules) {
    this.period = period;
    this.rules = rules;
  }

  void create(DSLContext warehouse) {
    warehouse
        .createTemporaryTable(TABLE)
        .as(select(Sales.CUSTOMER, current().as(CURRENT), trend().as(TREND)).from(Sales.TABLE))
        .execute();
  }

  private Field<String> current() {
    return when(Sales.LAST.isNull(), inline("none"))
        .otherwise(atEndOf(0, Sales.LAST, period.asOf()));
  }

  /// One letter for each of the last complete months, the latest first.
  private Field<String> trend() {
    var firstOfMonth = period.asOf().withDayOfMonth(1);
    var letters =
        IntStream.range(0, SaleSteps.TREND)
            .mapToObj(n -> {
              var last = Sales.lastBefore(n);
              return when(last.isNull(), inline(BEFORE))
                  .otherwise(atEndOf(n, last, firstOfMonth.minusMonths(n)));
            })
            .toArray(Field<?>[]::new);
    return concat(letters);
  }

  /// @param n how many of the last complete months are left out
  /// @param last the last purchase before the day
  private Field<String> atEndOf(int n, Field<LocalDate> last, LocalDate day) {
    var thisMonth = inline(FigurePeriod.monthNumber(period.asOf()) - n);
    var sinceFirst = thisMonth.minus(year(Sales.FIRST).times(inline(12))).minus(month(Sales.FIRST));
    var months = least(inline(rules.months()), sinceFirst);
    var mask = shr(Sales.MONTHS, inline(n + 1)).bitAnd(inline((1L << rules.months()) - 1));
    var withinGap = mask;
    for (int i = 1; i < rules.gap(); i++) {
      withinGap = withinGap.bitOr(shr(mask, inline(i)));
    }
    var stretches = allBits(greatest(months.minus(inline(rules.gap() - 1)), inline(0)));
    return when(months.lt(inline(rules.newMonths())), inline("N"))
        .when(mask.eq(allBits(months)), inline("A"))
        .when(withinGap.bitAnd(stretches).eq(stretches), inline("B"))
        .when(last.le(inline(day.minusMonths(rules.lostMonths()))), inline("C"))
        .otherwise(inline("W"));
  }

  private static Field<Long> allBits(Field<Integer> count) {
    return shl(inline(1L), count).minus(inline(1L));
  }
}
