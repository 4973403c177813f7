package org.kezhi.measure;

import static org.jooq.impl.DSL.bitOrAgg;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.month;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.shl;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.DSL.year;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.kezhi.warehouse.StarSchema;
import org.kezhi.warehouse.StarSchema.FactSale;

/// The first steps of a run: what customers bought day by day, then altogether.
public final class SaleSteps {

  /// The months at whose ends the activity class is kept.
  static final int TREND = 12;

  /// How many months the mask of months with a purchase reaches back.
  private static final int MASK = 62;

  private SaleSteps() {}

  /// One row per customer and day with sales.
  static final class Daily {
    static final Table<?> TABLE = table(name("daily"));
    static final Field<UUID> CUSTOMER = field(name("daily", "customer"), SQLDataType.UUID);
    static final Field<LocalDate> DAY = field(name("daily", "day"), SQLDataType.LOCALDATE);
    static final Field<Long> LINES = field(name("daily", "lines"), SQLDataType.BIGINT);
    static final Field<BigDecimal> REVENUE = field(name("daily", "revenue"), StarSchema.MONEY);
    static final Field<BigDecimal> COST = field(name("daily", "cost"), StarSchema.MONEY);
    static final Field<Integer> BOUGHT = field(name("daily", "bought"), SQLDataType.INTEGER);

    private Daily() {}
  }

  /// One row per customer with sales, whatever became of them.
  static final class Sales {
    static final Table<?> TABLE = table(name("sales"));
    static final Field<UUID> CUSTOMER = field(name("sales", "customer"), SQLDataType.UUID);
    static final Field<LocalDate> FIRST = day("first_purchase");
    static final Field<LocalDate> LAST = day("last_purchase");
    static final Field<Integer> PURCHASES = number("purchases");
    static final Field<Integer> FREQUENCY = number("frequency");
    static final Field<Integer> LINES = number("lines");
    static final Field<BigDecimal> REVENUE = money("revenue");
    static final Field<BigDecimal> PROFIT = money("profit");
    static final Field<BigDecimal> RECENT = money("recent");
    static final Field<BigDecimal> EARLIER = money("earlier");
    static final Field<Integer> PREVIOUS_SALE_DAYS = number("previous_sale_days");
    static final Field<Integer> PREVIOUS_PURCHASES = number("previous_purchases");
    static final Field<Integer> PREVIOUS_FREQUENCY = number("previous_frequency");
    static final Field<BigDecimal> PREVIOUS_REVENUE = money("previous_revenue");
    static final Field<Long> MONTHS = field(name("sales", "months"), SQLDataType.BIGINT);

    private Sales() {}

    /// The last purchase before the end of the n-th last complete month.
    static Field<LocalDate> lastBefore(int n) {
      return day("last_" + n);
    }

    private static Field<Integer> number(String column) {
      return field(name("sales", column), SQLDataType.INTEGER);
    }

    private static Field<LocalDate> day(String column) {
      return field(name("sales", column), SQLDataType.LOCALDATE);
    }

    private static Field<BigDecimal> money(String column) {
      return field(name("sales", column), StarSchema.MONEY);
    }
  }

  /// Lines that count as sales before the day the figures are for.
  public static Condition counts(FigurePeriod period, ValueSettings settings) {
    return inState(settings).and(FactSale.DAY.lt(period.asOf()));
  }

  /// Lines of orders in a state from which on they count.
  public static Condition inState(ValueSettings settings) {
    var states =
        Arrays.stream(ValueSettings.CountFrom.values())
            .filter(state -> state.compareTo(settings.countFrom()) >= 0)
            .map(Enum::name)
            .toList();
    return FactSale.STATE.in(states).and(FactSale.QUANTITY.isNotNull());
  }

  static void createDaily(DSLContext warehouse, FigurePeriod period, ValueSettings settings) {
    var bought = FactSale.QUANTITY.gt(BigDecimal.ZERO).and(FactSale.REVENUE.gt(BigDecimal.ZERO));
    warehouse
        .createTemporaryTable(Daily.TABLE)
        .as(
            select(
                    FactSale.CUSTOMER,
                    FactSale.DAY,
                    count().cast(Daily.LINES.getDataType()).as(Daily.LINES),
                    sum(FactSale.REVENUE).cast(StarSchema.MONEY).as(Daily.REVENUE),
                    sum(FactSale.COST).cast(StarSchema.MONEY).as(Daily.COST),
                    max(when(bought, inline(1)).otherwise(inline(0))).as(Daily.BOUGHT))
                .from(FactSale.TABLE)
                .where(counts(period, settings))
                .and(FactSale.CUSTOMER.isNotNull())
                .groupBy(FactSale.CUSTOMER, FactSale.DAY))
        .execute();
  }

  static void createSales(DSLContext warehouse, FigurePeriod period) {
    var bought = Daily.BOUGHT.eq(inline(1));
    var beforePrevious = Daily.DAY.lt(period.previousAsOf());
    var columns = new ArrayList<SelectField<?>>();
    columns.add(Daily.CUSTOMER);
    columns.add(min(Daily.DAY).filterWhere(bought).as(Sales.FIRST));
    columns.add(max(Daily.DAY).filterWhere(bought).as(Sales.LAST));
    columns.addAll(
        List.of(
            days(bought, Sales.PURCHASES),
            days(bought.and(period.window(Daily.DAY)), Sales.FREQUENCY),
            days(beforePrevious, Sales.PREVIOUS_SALE_DAYS),
            days(bought.and(beforePrevious), Sales.PREVIOUS_PURCHASES),
            days(bought.and(period.previousWindow(Daily.DAY)), Sales.PREVIOUS_FREQUENCY),
            coalesce(sum(Daily.LINES).filterWhere(period.window(Daily.DAY)), inline(0))
                .cast(SQLDataType.INTEGER)
                .as(Sales.LINES)));
    var profit = Daily.REVENUE.minus(Daily.COST);
    columns.addAll(
        List.of(
            money(Daily.REVENUE, period.window(Daily.DAY), Sales.REVENUE),
            money(profit, period.window(Daily.DAY), Sales.PROFIT),
            money(Daily.REVENUE, period.previousWindow(Daily.DAY), Sales.PREVIOUS_REVENUE),
            money(Daily.REVENUE, period.recent(Daily.DAY), Sales.RECENT),
            money(Daily.REVENUE, period.earlier(Daily.DAY), Sales.EARLIER)));
    columns.add(bitOrAgg(monthBit(period)).filterWhere(bought).as(Sales.MONTHS));
    var firstOfMonth = period.asOf().withDayOfMonth(1);
    for (int n = 0; n < TREND; n++) {
      var end = firstOfMonth.minusMonths(n);
      columns.add(
          max(Daily.DAY).filterWhere(bought.and(Daily.DAY.lt(end))).as(Sales.lastBefore(n)));
    }
    warehouse
        .createTemporaryTable(Sales.TABLE)
        .as(select(columns).from(Daily.TABLE).groupBy(Daily.CUSTOMER))
        .execute();
  }

  /// Bit k stands for the k-th month before that of the day the figures are for.
  private static Field<Long> monthBit(FigurePeriod period) {
    var thisMonth = inline(FigurePeriod.monthNumber(period.asOf()));
    var back = thisMonth.minus(year(Daily.DAY).times(inline(12))).minus(month(Daily.DAY));
    return when(back.between(0, MASK), shl(inline(1L), back)).otherwise(inline(0L));
  }

  private static SelectField<Integer> days(Condition which, Field<Integer> column) {
    return count().filterWhere(which).cast(SQLDataType.INTEGER).as(column);
  }

  private static SelectField<BigDecimal> money(
      Field<BigDecimal> amount, Condition when, Field<BigDecimal> column) {
    return coalesce(sum(amount).filterWhere(when), inline(BigDecimal.ZERO))
        .cast(StarSchema.MONEY)
        .as(column);
  }
}
