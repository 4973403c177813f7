package org.kezhi.measure;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;
import static org.kezhi.db.Tables.CUSTOMER_VALUE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.kezhi.measure.Ranking.Buyers;
import org.kezhi.measure.Ranking.Earlier;
import org.kezhi.measure.Ranking.Totals;
import org.kezhi.measure.SaleSteps.Sales;
import org.kezhi.warehouse.StarSchema;
import org.kezhi.warehouse.StarSchema.DimCustomer;
import org.kezhi.warehouse.StarSchema.FactContact;
import org.kezhi.warehouse.StarSchema.FactSale;

/// Computes all figures of all customers inside the warehouse, one row each.
///
/// The rows have the columns of the table that keeps them, so that one query reads either.
public final class CustomerFigures {

  private static final Table<?> TOUCH = table(name("touch"));
  private static final Field<UUID> TOUCH_CUSTOMER =
      field(name("touch", "customer"), SQLDataType.UUID);
  private static final Field<Integer> TOUCH_COUNT =
      field(name("touch", "contacts"), SQLDataType.INTEGER);
  private static final Field<LocalDate> TOUCH_FIRST =
      field(name("touch", "first_day"), SQLDataType.LOCALDATE);
  private static final Table<?> INQUIRY = table(name("inquiry"));
  private static final Field<UUID> INQUIRY_CUSTOMER =
      field(name("inquiry", "customer"), SQLDataType.UUID);
  private static final Field<LocalDate> INQUIRY_FIRST =
      field(name("inquiry", "first_day"), SQLDataType.LOCALDATE);

  private final DSLContext warehouse;
  private final FigurePeriod period;
  private final ValueSettings settings;

  public CustomerFigures(DSLContext warehouse, FigurePeriod period, ValueSettings settings) {
    this.warehouse = warehouse;
    this.period = period;
    this.settings = settings;
  }

  public Totals compute() {
    for (var table :
        List.of(
            SaleSteps.Daily.TABLE,
            Sales.TABLE,
            ActivityClass.TABLE,
            Buyers.TABLE,
            Earlier.TABLE,
            TOUCH,
            INQUIRY,
            CUSTOMER_VALUE)) {
      warehouse.dropTemporaryTableIfExists(table).execute();
    }
    SaleSteps.createDaily(warehouse, period, settings);
    SaleSteps.createSales(warehouse, period);
    new ActivityClass(period, settings.activity()).create(warehouse);
    var totals = Ranking.totals(warehouse, period);
    Ranking.create(warehouse);
    createTouch();
    createInquiry();
    createFigures(totals);
    return totals;
  }

  private void createTouch() {
    var known = FactContact.KIND.ne(inline("person")).and(period.window(FactContact.DAY));
    warehouse
        .createTemporaryTable(TOUCH)
        .as(
            select(
                    FactContact.CUSTOMER,
                    count().filterWhere(known).cast(SQLDataType.INTEGER).as(TOUCH_COUNT),
                    min(FactContact.DAY).as(TOUCH_FIRST))
                .from(FactContact.TABLE)
                .where(FactContact.CUSTOMER.isNotNull())
                .groupBy(FactContact.CUSTOMER))
        .execute();
  }

  /// Orders that do not count, or not yet.
  private void createInquiry() {
    warehouse
        .createTemporaryTable(INQUIRY)
        .as(
            select(FactSale.CUSTOMER, min(FactSale.DAY).as(INQUIRY_FIRST))
                .from(FactSale.TABLE)
                .where(FactSale.CUSTOMER.isNotNull())
                .and(not(SaleSteps.counts(period, settings)))
                .groupBy(FactSale.CUSTOMER))
        .execute();
  }

  private void createFigures(Totals totals) {
    var columns = new ArrayList<SelectField<?>>();
    columns.add(DimCustomer.ID.as(CUSTOMER_VALUE.CUSTOMER_ID));
    columns.addAll(layers(totals));
    columns.addAll(purchases());
    columns.addAll(rfm(totals));
    columns.addAll(classes(totals));
    columns.add(or0(Sales.LINES).as(CUSTOMER_VALUE.LINE_COUNT));
    columns.add(or0(TOUCH_COUNT).as(CUSTOMER_VALUE.CONTACT_COUNT));
    warehouse
        .createTemporaryTable(CUSTOMER_VALUE)
        .as(
            select(columns)
                .from(DimCustomer.TABLE)
                .leftJoin(Sales.TABLE)
                .on(Sales.CUSTOMER.eq(DimCustomer.ID))
                .leftJoin(ActivityClass.TABLE)
                .on(ActivityClass.CUSTOMER.eq(DimCustomer.ID))
                .leftJoin(Buyers.TABLE)
                .on(Buyers.CUSTOMER.eq(DimCustomer.ID))
                .leftJoin(Earlier.TABLE)
                .on(Earlier.CUSTOMER.eq(DimCustomer.ID))
                .leftJoin(TOUCH)
                .on(TOUCH_CUSTOMER.eq(DimCustomer.ID))
                .leftJoin(INQUIRY)
                .on(INQUIRY_CUSTOMER.eq(DimCustomer.ID)))
        .execute();
  }

  private List<SelectField<?>> layers(Totals totals) {
    var below =
        below(
            Sales.PURCHASES.gt(inline(0)),
            Sales.CUSTOMER.isNotNull(),
            TOUCH_FIRST.isNotNull().or(INQUIRY_FIRST.isNotNull()));
    var earlierDay = inline(period.previousAsOf());
    var belowEarlier =
        below(
            Sales.PREVIOUS_PURCHASES.gt(inline(0)),
            Sales.PREVIOUS_SALE_DAYS.gt(inline(0)),
            TOUCH_FIRST.lt(earlierDay).or(INQUIRY_FIRST.lt(earlierDay)));
    var shares = settings.layers();
    var buyers = totals.buyers();
    return List.of(
        Ranking.layer(Buyers.BY_REVENUE, buyers, shares, below).as(CUSTOMER_VALUE.LAYER),
        Ranking.layer(Buyers.BY_PROFIT, buyers, shares, below).as(CUSTOMER_VALUE.LAYER_BY_PROFIT),
        Ranking.layer(Earlier.BY_REVENUE, totals.earlierBuyers(), shares, belowEarlier)
            .as(CUSTOMER_VALUE.PREVIOUS_LAYER),
        Buyers.BY_REVENUE.as(CUSTOMER_VALUE.RANK));
  }

  /// Customers with returns only stand outside all layers.
  private static Field<String> below(Condition bought, Condition hasSales, Condition known) {
    return when(bought, inline("inactive"))
        .when(hasSales, inline("none"))
        .when(known, inline("prospect"))
        .otherwise(inline("suspect"));
  }

  private List<SelectField<?>> purchases() {
    return List.of(
        or0Money(Sales.REVENUE).as(CUSTOMER_VALUE.REVENUE),
        or0Money(Sales.PROFIT).as(CUSTOMER_VALUE.PROFIT),
        Sales.FIRST.as(CUSTOMER_VALUE.FIRST_PURCHASE),
        Sales.LAST.as(CUSTOMER_VALUE.LAST_PURCHASE),
        or0(Sales.PURCHASES).as(CUSTOMER_VALUE.PURCHASE_COUNT),
        or0(Sales.FREQUENCY).as(CUSTOMER_VALUE.FREQUENCY),
        when(Buyers.CUSTOMER.isNull(), inline(BigDecimal.ZERO).cast(StarSchema.MONEY))
            .otherwise(Sales.REVENUE)
            .as(CUSTOMER_VALUE.MONETARY),
        or0Money(Sales.RECENT).as(CUSTOMER_VALUE.RECENT_REVENUE),
        or0Money(Sales.EARLIER).as(CUSTOMER_VALUE.EARLIER_REVENUE));
  }

  private List<SelectField<?>> rfm(Totals totals) {
    var scores = new ScoreFields(period, settings.scoring(), totals);
    return List.of(
        scores.r().as(CUSTOMER_VALUE.R_SCORE),
        scores.f().as(CUSTOMER_VALUE.F_SCORE),
        scores.m().as(CUSTOMER_VALUE.M_SCORE),
        scores.rfmClass().as(CUSTOMER_VALUE.RFM_CLASS),
        scores.segment().as(CUSTOMER_VALUE.RFM_SEGMENT));
  }

  private List<SelectField<?>> classes(Totals totals) {
    var stage = new LifeCycle(period, settings.stage());
    var hasInquiry = INQUIRY_FIRST.isNotNull();
    return List.of(
        coalesce(ActivityClass.CURRENT, inline("none")).as(CUSTOMER_VALUE.ACTIVITY_CLASS),
        coalesce(ActivityClass.TREND, inline(ActivityClass.BEFORE.repeat(SaleSteps.TREND)))
            .as(CUSTOMER_VALUE.ACTIVITY_TREND),
        Concentration.revenueClass(totals, settings.revenueClasses())
            .as(CUSTOMER_VALUE.REVENUE_CLASS),
        stage.stage(hasInquiry).as(CUSTOMER_VALUE.STAGE),
        stage.declining(hasInquiry).as(CUSTOMER_VALUE.DECLINING));
  }

  private static Field<Integer> or0(Field<Integer> number) {
    return coalesce(number, inline(0));
  }

  private static Field<BigDecimal> or0Money(Field<BigDecimal> amount) {
    return coalesce(amount, inline(BigDecimal.ZERO)).cast(StarSchema.MONEY);
  }
}
