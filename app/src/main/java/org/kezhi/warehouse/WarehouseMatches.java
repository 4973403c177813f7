package org.kezhi.warehouse;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.kezhi.db.Tables.ORDER_LINE;
import static org.kezhi.db.Tables.SALES_ORDER;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kezhi.platform.Invariant;
import org.kezhi.warehouse.StarSchema.FactSale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The warehouse holds of every order the lines and the revenue that the database holds.
@Component
class WarehouseMatches implements Invariant {

  private static final Table<?> TOLD = table(DSL.name("told"));
  private static final Field<UUID> ORDER = field(DSL.name("told", "id"), SQLDataType.UUID);
  private static final Field<String> CODE = field(DSL.name("told", "code"), SQLDataType.VARCHAR);
  private static final Field<Integer> LINES = field(DSL.name("told", "lines"), SQLDataType.INTEGER);
  private static final Field<BigDecimal> REVENUE =
      field(DSL.name("told", "revenue"), SQLDataType.DECIMAL(38, 6));

  private final DSLContext db;
  private final Warehouse warehouse;
  private final WarehouseFeed feed;
  private final TransactionTemplate snapshot;

  WarehouseMatches(
      DSLContext db,
      Warehouse warehouse,
      WarehouseFeed feed,
      PlatformTransactionManager transactions) {
    this.db = db;
    this.warehouse = warehouse;
    this.feed = feed;
    snapshot = new TransactionTemplate(transactions);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  @Override
  public String name() {
    return "warehouse";
  }

  /// Fetches what has changed and compares within one snapshot, so that nobody's work in between is
  /// taken for a fault.
  @Override
  public Finding check() {
    try (var session = warehouse.open()) {
      return Objects.requireNonNull(
          snapshot.execute(_ -> {
            feed.refresh(session);
            tell(session);
            return compare(session.db());
          }));
    }
  }

  private void tell(Warehouse.Session session) {
    var target = session.db();
    target.dropTemporaryTableIfExists(TOLD).execute();
    target.createTemporaryTable(TOLD).columns(ORDER, CODE, LINES, REVENUE).execute();
    session.through(
        file -> PostgresRows.copyOut(db, orders(), file), file -> session.read(TOLD, file));
  }

  private static Select<?> orders() {
    var revenue = round(ORDER_LINE.AMOUNT.times(SALES_ORDER.RATE), 6);
    return select(
            SALES_ORDER.ID,
            SALES_ORDER.CODE,
            count(ORDER_LINE.ID),
            coalesce(sum(revenue), inline(BigDecimal.ZERO)))
        .from(SALES_ORDER)
        .leftJoin(ORDER_LINE)
        .on(ORDER_LINE.ORDER_ID.eq(SALES_ORDER.ID))
        .and(ORDER_LINE.DELETED_AT.isNull())
        .where(SALES_ORDER.DELETED_AT.isNull())
        .groupBy(SALES_ORDER.ID);
  }

  private static Finding compare(DSLContext target) {
    var lines = field(DSL.name("held", "lines"), SQLDataType.INTEGER);
    var revenue = field(DSL.name("held", "revenue"), SQLDataType.DECIMAL(38, 6));
    var order = field(DSL.name("held", "id"), SQLDataType.UUID);
    var held =
        select(
                FactSale.ORDER.as(order),
                count(FactSale.QUANTITY).as(lines),
                sum(FactSale.REVENUE).as(revenue))
            .from(FactSale.TABLE)
            .groupBy(FactSale.ORDER)
            .asTable("held");
    var differs = lines.isDistinctFrom(LINES).or(revenue.isDistinctFrom(REVENUE));
    var shown = DSL.coalesce(CODE, order.cast(SQLDataType.VARCHAR));
    var both = TOLD.fullJoin(held).on(ORDER.eq(order));
    var counts = target.select(count(), count().filterWhere(differs)).from(both).fetchSingle();
    var examples =
        target.select(shown).from(both).where(differs).orderBy(shown).limit(MOST_EXAMPLES);
    return new Finding(counts.value1(), counts.value2(), examples.fetch(row -> row.value1()));
  }
}
