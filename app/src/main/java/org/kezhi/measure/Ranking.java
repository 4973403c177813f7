package org.kezhi.measure;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.localDateDiff;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rank;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.kezhi.measure.SaleSteps.Sales;
import org.kezhi.measure.ValueSettings.LayerShares;
import org.kezhi.warehouse.StarSchema.DimCustomer;

/// The step of a run that puts the buyers of the window in order, by each measure.
public final class Ranking {

  private Ranking() {}

  /// The customers with a purchase occasion in the window, ranked.
  static final class Buyers {
    static final Table<?> TABLE = table(name("buyers"));
    static final Field<UUID> CUSTOMER = field(name("buyers", "customer"), SQLDataType.UUID);
    static final Field<Integer> BY_REVENUE = number("by_revenue");
    static final Field<Integer> BY_PROFIT = number("by_profit");
    static final Field<Integer> BY_RECENCY = number("by_recency");
    static final Field<Integer> BY_FREQUENCY = number("by_frequency");
    static final Field<Integer> BY_MONETARY = number("by_monetary");
    static final Field<BigDecimal> BEFORE =
        field(name("buyers", "before"), SQLDataType.DECIMAL(38, 6));

    private Buyers() {}

    private static Field<Integer> number(String column) {
      return field(name("buyers", column), SQLDataType.INTEGER);
    }
  }

  /// The buyers of the window before, ranked by revenue.
  static final class Earlier {
    static final Table<?> TABLE = table(name("earlier_buyers"));
    static final Field<UUID> CUSTOMER = field(name("earlier_buyers", "customer"), SQLDataType.UUID);
    static final Field<Integer> BY_REVENUE =
        field(name("earlier_buyers", "by_revenue"), SQLDataType.INTEGER);

    private Earlier() {}
  }

  /// Sums over all buyers, from which the means and the cut-off ranks follow.
  public record Totals(
      long buyers, long recencyDays, long frequency, BigDecimal revenue, long earlierBuyers) {}

  static Field<Integer> recencyDays(FigurePeriod period) {
    return localDateDiff(inline(period.asOf()), Sales.LAST);
  }

  static Totals totals(DSLContext warehouse, FigurePeriod period) {
    var buyer = Sales.FREQUENCY.gt(inline(0));
    return warehouse
        .select(
            count().filterWhere(buyer).cast(SQLDataType.BIGINT),
            coalesce(sum(recencyDays(period)).filterWhere(buyer), inline(0))
                .cast(SQLDataType.BIGINT),
            coalesce(sum(Sales.FREQUENCY).filterWhere(buyer), inline(0)).cast(SQLDataType.BIGINT),
            coalesce(sum(Sales.REVENUE).filterWhere(buyer), inline(BigDecimal.ZERO))
                .cast(SQLDataType.DECIMAL(38, 6)),
            count().filterWhere(Sales.PREVIOUS_FREQUENCY.gt(inline(0))).cast(SQLDataType.BIGINT))
        .from(Sales.TABLE)
        .join(DimCustomer.TABLE)
        .on(DimCustomer.ID.eq(Sales.CUSTOMER))
        .fetchSingle(Records.mapping(Totals::new));
  }

  static void create(DSLContext warehouse) {
    warehouse
        .createTemporaryTable(Buyers.TABLE)
        .as(
            select(
                    Sales.CUSTOMER,
                    rowNumber()
                        .over()
                        .orderBy(Sales.REVENUE.desc(), DimCustomer.CODE)
                        .as(Buyers.BY_REVENUE),
                    rowNumber()
                        .over()
                        .orderBy(Sales.PROFIT.desc(), DimCustomer.CODE)
                        .as(Buyers.BY_PROFIT),
                    rank().over().orderBy(Sales.LAST).as(Buyers.BY_RECENCY),
                    rank().over().orderBy(Sales.FREQUENCY).as(Buyers.BY_FREQUENCY),
                    rank().over().orderBy(Sales.REVENUE).as(Buyers.BY_MONETARY),
                    sum(Sales.REVENUE)
                        .over()
                        .orderBy(Sales.REVENUE.desc(), DimCustomer.CODE)
                        .rowsUnboundedPreceding()
                        .minus(Sales.REVENUE)
                        .as(Buyers.BEFORE))
                .from(Sales.TABLE)
                .join(DimCustomer.TABLE)
                .on(DimCustomer.ID.eq(Sales.CUSTOMER))
                .where(Sales.FREQUENCY.gt(inline(0))))
        .execute();
    warehouse
        .createTemporaryTable(Earlier.TABLE)
        .as(
            select(
                    Sales.CUSTOMER,
                    rowNumber()
                        .over()
                        .orderBy(Sales.PREVIOUS_REVENUE.desc(), DimCustomer.CODE)
                        .as(Earlier.BY_REVENUE))
                .from(Sales.TABLE)
                .join(DimCustomer.TABLE)
                .on(DimCustomer.ID.eq(Sales.CUSTOMER))
                .where(Sales.PREVIOUS_FREQUENCY.gt(inline(0))))
        .execute();
  }

  /// The layer of a rank, or what the other field says where there is none.
  static Field<String> layer(
      Field<Integer> rank, long buyers, LayerShares shares, Field<String> unranked) {
    return when(rank.isNull(), unranked)
        .when(rank.le(inline(lastRank(buyers, shares.top()))), inline("top"))
        .when(rank.le(inline(lastRank(buyers, shares.big()))), inline("big"))
        .when(rank.le(inline(lastRank(buyers, shares.medium()))), inline("medium"))
        .otherwise(inline("small"));
  }

  static int lastRank(long buyers, BigDecimal share) {
    return share
        .multiply(BigDecimal.valueOf(buyers))
        .setScale(0, RoundingMode.CEILING)
        .intValueExact();
  }
}
