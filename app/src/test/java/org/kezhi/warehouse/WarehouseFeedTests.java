package org.kezhi.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;
import static org.kezhi.db.Tables.CUSTOMER;
import static org.kezhi.db.Tables.ORDER_LINE;
import static org.kezhi.db.Tables.SALES_ORDER;
import static org.kezhi.db.Tables.WAREHOUSE_CHANGE;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.platform.Invariant;
import org.kezhi.platform.Settings;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.CompanyData;
import org.kezhi.warehouse.StarSchema.DimCustomer;
import org.kezhi.warehouse.StarSchema.FactSale;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@AppTest
class WarehouseFeedTests {

  @Autowired DSLContext db;
  @Autowired Warehouse warehouse;
  @Autowired WarehouseFeed feed;
  @Autowired WarehouseMatches matches;
  @Autowired Settings settings;
  @Autowired PlatformTransactionManager transactions;

  private CompanyData company;
  private UUID customer;

  @BeforeEach
  void fill() {
    company = new CompanyData(db);
    customer = company.customer("茶");
    company.sale(customer, "2026-10-01T10:00:00Z", "12.345678");
    refresh();
  }

  @Test
  void fetchesEverythingOnceAndThenOnlyChanges() {
    assertThat(revenue()).isEqualByComparingTo("12.345678");
    assertThat(db.fetchCount(WAREHOUSE_CHANGE)).isZero();

    company.sale(null, "2026-10-02T10:00:00Z", "1");

    assertThat(refresh()).isFalse();
    assertThat(revenue()).isEqualByComparingTo("13.345678");
  }

  @Test
  void followsCorrections() {
    db.update(ORDER_LINE).set(ORDER_LINE.AMOUNT, new BigDecimal("7")).execute();
    db.update(SALES_ORDER).set(SALES_ORDER.RATE, new BigDecimal("2")).execute();

    refresh();

    assertThat(revenue()).isEqualByComparingTo("14");
  }

  @Test
  void followsDeletions() {
    db.update(ORDER_LINE).set(ORDER_LINE.DELETED_AT, OffsetDateTime.now()).execute();
    refresh();
    assertThat(revenue()).isEqualByComparingTo("0");

    db.update(ORDER_LINE).setNull(ORDER_LINE.DELETED_AT).execute();
    refresh();
    assertThat(revenue()).isEqualByComparingTo("12.345678");

    db.deleteFrom(ORDER_LINE).execute();
    db.deleteFrom(SALES_ORDER).execute();
    refresh();
    assertThat(orders()).isZero();
  }

  @Test
  void followsAnOrderToAnotherCustomer() {
    var other = company.customer("酒");
    db.update(SALES_ORDER).set(SALES_ORDER.CUSTOMER_ID, other).execute();
    db.update(CUSTOMER)
        .set(CUSTOMER.DELETED_AT, OffsetDateTime.now())
        .where(CUSTOMER.ID.eq(customer))
        .execute();

    refresh();

    try (var session = warehouse.open()) {
      assertThat(session.db().select(FactSale.CUSTOMER).from(FactSale.TABLE).fetchSingle().value1())
          .isEqualTo(other);
      assertThat(
              session
                  .db()
                  .select(DimCustomer.CODE)
                  .from(DimCustomer.TABLE)
                  .fetch()
                  .map(row -> row.value1()))
          .containsExactly("酒");
    }
  }

  @Test
  void keepsAnOrderWithoutLines() {
    company.order(customer, "2026-10-05T10:00:00Z");

    refresh();

    assertThat(orders()).isEqualTo(2);
    assertThat(revenue()).isEqualByComparingTo("12.345678");
  }

  @Test
  void missesNoLateCommit() {
    var late = new TransactionTemplate(transactions);
    late.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    late.executeWithoutResult(_ -> {
      company.sale(customer, "2026-10-03T10:00:00Z", "100");
      late.executeWithoutResult(_ -> company.sale(customer, "2026-10-04T10:00:00Z", "1"));
      late.executeWithoutResult(_ -> refresh());
    });
    assertThat(revenue()).isEqualByComparingTo("13.345678");

    refresh();

    assertThat(revenue()).isEqualByComparingTo("113.345678");
  }

  @Test
  void countsDaysInTheZoneOfTheCompany() {
    company.sale(customer, "2026-10-31T20:00:00Z", "1");
    settings.company(ZoneId.of("Asia/Shanghai"), "CNY");
    refresh();
    assertThat(lastDay()).isEqualTo("2026-11-01");

    settings.company(ZoneId.of("Europe/London"), "GBP");

    assertThat(refresh()).isTrue();
    assertThat(lastDay()).isEqualTo("2026-10-31");
  }

  @Test
  void agreesWithTheDatabase() {
    company.order(customer, "2026-10-05T10:00:00Z");
    var sold = company.sale(customer, "2026-10-06T10:00:00Z", "1.5");
    assertThat(matches.check()).isEqualTo(new Invariant.Finding(3, 0, List.of()));

    try (var session = warehouse.open()) {
      session.db().deleteFrom(FactSale.TABLE).where(FactSale.ORDER.eq(sold)).execute();
    }

    var code = db.select(SALES_ORDER.CODE).from(SALES_ORDER).where(SALES_ORDER.ID.eq(sold));
    assertThat(matches.check())
        .isEqualTo(new Invariant.Finding(3, 1, List.of(code.fetchSingle().value1())));
  }

  @Test
  void isRebuiltAtWill() {
    try (var session = warehouse.open()) {
      session.db().deleteFrom(FactSale.TABLE).execute();
      feed.forget(session);
    }

    assertThat(refresh()).isTrue();
    assertThat(revenue()).isEqualByComparingTo("12.345678");
  }

  private boolean refresh() {
    try (var session = warehouse.open()) {
      return feed.refresh(session);
    }
  }

  private BigDecimal revenue() {
    try (var session = warehouse.open()) {
      return session.db().select(sum(FactSale.REVENUE)).from(FactSale.TABLE).fetchSingle().value1();
    }
  }

  private int orders() {
    try (var session = warehouse.open()) {
      return session.db().select(count()).from(FactSale.TABLE).fetchSingle().value1();
    }
  }

  private String lastDay() {
    try (var session = warehouse.open()) {
      return session
          .db()
          .select(FactSale.DAY)
          .from(FactSale.TABLE)
          .orderBy(FactSale.DAY.desc())
          .limit(1)
          .fetchSingle()
          .value1()
          .toString();
    }
  }
}
