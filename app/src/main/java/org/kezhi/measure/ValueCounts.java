package org.kezhi.measure;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.generateSeries;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.substring;
import static org.jooq.impl.DSL.sum;
import static org.kezhi.db.Tables.CUSTOMER_VALUE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Record4;
import org.jooq.Record5;
import org.jooq.Result;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.kezhi.warehouse.StarSchema;

/// Counts customers and adds up what they are worth, by any of their figures.
///
/// The same queries run inside the warehouse over all customers and inside PostgreSQL over those
/// that a viewer may see: the rows have the same columns.
public final class ValueCounts {

  private static final Field<Integer> CUSTOMERS = count();
  private static final Field<BigDecimal> REVENUE = total(CUSTOMER_VALUE.REVENUE);
  private static final Field<BigDecimal> PROFIT = total(CUSTOMER_VALUE.PROFIT);
  private static final Condition BUYER = CUSTOMER_VALUE.FREQUENCY.gt(inline(0));

  private final DSLContext db;
  private final Table<?> source;
  private final Condition rows;

  /// @param source the figures, with what the condition needs joined to them
  public ValueCounts(DSLContext db, Table<?> source, Condition rows) {
    this.db = db;
    this.source = source;
    this.rows = rows;
  }

  /// @param lines of these customers, within the window
  record Sums(
      int customers,
      int buyers,
      BigDecimal lines,
      BigDecimal revenue,
      BigDecimal gains,
      BigDecimal losses,
      int newBuyers,
      int earlierNewBuyers) {}

  Sums sums(LocalDate newSince, LocalDate earlierNewSince) {
    var first = CUSTOMER_VALUE.FIRST_PURCHASE;
    var gains = CUSTOMER_VALUE.PROFIT.gt(BigDecimal.ZERO);
    var earlier = first.ge(earlierNewSince).and(first.lt(newSince));
    return db.select(
            CUSTOMERS,
            count().filterWhere(BUYER),
            total(CUSTOMER_VALUE.LINE_COUNT),
            REVENUE,
            coalesce(sum(CUSTOMER_VALUE.PROFIT).filterWhere(gains), inline(BigDecimal.ZERO)),
            coalesce(sum(CUSTOMER_VALUE.PROFIT).filterWhere(gains.not()), inline(BigDecimal.ZERO)),
            count().filterWhere(first.ge(newSince)),
            count().filterWhere(earlier))
        .from(source)
        .where(rows)
        .fetchSingle(org.jooq.Records.mapping(Sums::new));
  }

  Result<Record5<String, Integer, BigDecimal, BigDecimal, BigDecimal>> layers(Field<String> layer) {
    return db.select(layer, CUSTOMERS, REVENUE, PROFIT, total(CUSTOMER_VALUE.CONTACT_COUNT))
        .from(source)
        .where(rows)
        .groupBy(layer)
        .fetch();
  }

  List<ValueOverview.Move> migration() {
    return db.select(CUSTOMER_VALUE.PREVIOUS_LAYER, CUSTOMER_VALUE.LAYER, CUSTOMERS, REVENUE)
        .from(source)
        .where(rows)
        .groupBy(CUSTOMER_VALUE.PREVIOUS_LAYER, CUSTOMER_VALUE.LAYER)
        .orderBy(CUSTOMER_VALUE.PREVIOUS_LAYER, CUSTOMER_VALUE.LAYER)
        .fetch(row ->
            new ValueOverview.Move(
                row.value1(), row.value2(), row.value3(), Amounts.plain(row.value4())));
  }

  Result<Record4<Short, Short, Integer, BigDecimal>> grid() {
    return db.select(CUSTOMER_VALUE.R_SCORE, CUSTOMER_VALUE.F_SCORE, CUSTOMERS, REVENUE)
        .from(source)
        .where(rows)
        .and(BUYER)
        .groupBy(CUSTOMER_VALUE.R_SCORE, CUSTOMER_VALUE.F_SCORE)
        .orderBy(CUSTOMER_VALUE.R_SCORE, CUSTOMER_VALUE.F_SCORE)
        .fetch();
  }

  /// Customers by a figure, those without it left out.
  List<ValueOverview.ClassCount> classes(Field<String> figure) {
    return db.select(figure, CUSTOMERS, REVENUE)
        .from(source)
        .where(rows)
        .and(figure.ne(inline("none")))
        .groupBy(figure)
        .orderBy(figure)
        .fetch(row ->
            new ValueOverview.ClassCount(row.value1(), row.value2(), Amounts.plain(row.value3())));
  }

  List<Long> scores(Field<Short> score) {
    var counts =
        db.select(score, CUSTOMERS)
            .from(source)
            .where(rows)
            .and(BUYER)
            .groupBy(score)
            .fetchMap(row -> row.value1().intValue(), row -> row.value2().longValue());
    return IntStream.rangeClosed(1, 5).mapToObj(n -> counts.getOrDefault(n, 0L)).toList();
  }

  /// Customers by the number of the month in the trend, 1 for the latest, and the class then.
  Result<org.jooq.Record3<Integer, String, BigDecimal>> trend() {
    var pattern = field(name("patterns", "activity_trend"), SQLDataType.VARCHAR);
    var customers = field(name("patterns", "customers"), SQLDataType.INTEGER);
    var patterns =
        select(CUSTOMER_VALUE.ACTIVITY_TREND.as(pattern), CUSTOMERS.as(customers))
            .from(source)
            .where(rows)
            .groupBy(CUSTOMER_VALUE.ACTIVITY_TREND)
            .asTable("patterns");
    var month = field(name("months", "n"), SQLDataType.INTEGER);
    var letter = substring(pattern, month, inline(1));
    return db.select(month, letter, sum(customers))
        .from(patterns)
        .crossJoin(generateSeries(1, SaleSteps.TREND).as("months", "n"))
        .groupBy(month, letter)
        .fetch();
  }

  /// The buyers' revenue, the best first, added up; empty without buyers.
  Ranked ranked() {
    return new Ranked(
        select(
                rowNumber().over().orderBy(CUSTOMER_VALUE.RANK).as(Ranked.POSITION),
                CUSTOMER_VALUE.REVENUE.as(Ranked.REVENUE),
                sum(CUSTOMER_VALUE.REVENUE)
                    .over()
                    .orderBy(CUSTOMER_VALUE.RANK)
                    .rowsUnboundedPreceding()
                    .as(Ranked.REACHED))
            .from(source)
            .where(rows)
            .and(BUYER)
            .asTable("ranked"));
  }

  /// Buyers in order of revenue.
  final class Ranked {
    private static final Field<Integer> POSITION =
        field(name("ranked", "position"), SQLDataType.INTEGER);
    private static final Field<BigDecimal> REVENUE =
        field(name("ranked", "revenue"), StarSchema.MONEY);
    private static final Field<BigDecimal> REACHED =
        field(name("ranked", "reached"), SQLDataType.DECIMAL(38, 6));

    private final Table<?> table;

    private Ranked(Table<?> table) {
      this.table = table;
    }

    /// The sum of revenue times position, from which the Gini coefficient follows.
    BigDecimal weighted() {
      var weighted = sum(REVENUE.times(POSITION));
      return db.select(coalesce(weighted, inline(BigDecimal.ZERO)))
          .from(table)
          .fetchSingle()
          .value1();
    }

    /// How much the first customers up to each of the positions bring together.
    Result<Record2<Integer, BigDecimal>> reached(Collection<Integer> positions) {
      return db.select(POSITION, REACHED)
          .from(table)
          .where(POSITION.in(positions))
          .orderBy(POSITION)
          .fetch();
    }
  }

  private static Field<BigDecimal> total(Field<? extends Number> column) {
    return coalesce(sum(column), inline(BigDecimal.ZERO));
  }
}
