package org.kezhi.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.CUSTOMER;
import static org.kezhi.db.Tables.ORDER_LINE;
import static org.kezhi.db.Tables.PRODUCT;
import static org.kezhi.db.Tables.SALES_ORDER;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@AppTest
class OrderLineImportTests {

  private static final int MORE_THAN_A_BATCH = 20_001;
  private static final String MAKE = "{\"createMissing\":[\"customer\",\"product\"]}";
  private static final String SALES =
      """
      InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
      536365,85123A,WHITE HANGING HEART,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
      536365,85123A,WHITE HANGING HEART,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
      536365,71053,WHITE LANTERN,1,2010-12-01 08:20:00,3.39,17850.0,France
      536366,71053,white lantern,2,2010-12-02 10:00:00,0,,France
      C536367,85123a,Manual,-4,2010-12-03 09:00:00,2.55,17850.0,France
      536368,71053,WHITE LANTERN,-9,2010-12-04 09:00:00,-11062.06,17851.0,EIRE
      """;

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private Uploads admin;

  @BeforeEach
  void logIn() {
    admin = new Uploads(new People(db, tokens, client).administrator());
  }

  @AfterEach
  void rest() {
    admin.rest();
  }

  @Test
  void makesOrdersCustomersAndProducts() {
    var done = admin.run("orderLine", SALES, MAKE);

    assertThat(Uploads.counts(done))
        .isEqualTo("6 read, 6 created, 0 updated, 0 skipped, 0 bad, done");
    assertThat(orders())
        .containsExactly(
            "536365 17850 2010-12-01T00:20Z 33.990000 3",
            "536366 null 2010-12-02T02:00Z 0.000000 1",
            "536368 17851 2010-12-04T01:00Z 99558.540000 1",
            "C536367 17850 2010-12-03T01:00Z -10.200000 1");
    assertThat(db.fetchValue(CUSTOMER.NAME, CUSTOMER.CODE.eq("17850"))).isEqualTo("17850 · France");
    assertThat(db.fetchValue(PRODUCT.NAME, PRODUCT.CODE.eq("71053"))).isEqualTo("WHITE LANTERN");
    assertThat(db.fetchCount(PRODUCT)).isEqualTo(3);
    assertThat(lineNumbers("536365")).containsExactly(1, 2, 3);
  }

  @Test
  void goesOnWithAnOrderInTheNextBatch() {
    var lines =
        IntStream.range(0, MORE_THAN_A_BATCH)
            .mapToObj(
                line -> "A%d,2026-01-%02d,3,9.99,0.15".formatted(line % 500, 31 - line / 1000))
            .collect(Collectors.joining("\n", "order,date,quantity,price,discount\n", "\n"));

    var done = admin.run(admin.send("orderLine", lines));

    assertThat(Uploads.counts(done))
        .isEqualTo("20001 read, 20001 created, 0 updated, 0 skipped, 0 bad, done");
    assertThat(orders())
        .hasSize(500)
        .contains(
            "A0 null 2026-01-10T16:00Z 1044.454500 41", "A1 null 2026-01-11T16:00Z 1018.980000 40");
    assertThat(lineNumbers("A0"))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 41).boxed().toList());

    admin.undo(done.get("id").stringValue());

    assertThat(orders()).isEmpty();
  }

  @Test
  void reportsWhatIsNotThere() {
    var done = admin.run(admin.send("orderLine", SALES));

    assertThat(Uploads.counts(done))
        .isEqualTo("6 read, 0 created, 0 updated, 0 skipped, 6 bad, done");
    assertThat(admin.badRows(done.get("id").stringValue()).lines().toList())
        .contains(
            "536366,71053,white lantern,2,2010-12-02 10:00:00,0,,France,5,"
                + "Product: The record referred to cannot be found");
  }

  @Test
  void skipsOrReplacesOrdersThatAreThere() {
    admin.run("orderLine", SALES, MAKE);
    var again =
        """
        InvoiceNo,StockCode,Quantity,InvoiceDate,Amount,CustomerID
        536365,71053,4,2010-12-05 08:00,10,
        536369,71053,1,2010-12-05 08:00,"1,000.50",17851
        """;

    assertThat(Uploads.counts(admin.run(admin.send("orderLine", again))))
        .isEqualTo("2 read, 1 created, 0 updated, 1 skipped, 0 bad, done");
    var before = db.selectFrom(SALES_ORDER).orderBy(SALES_ORDER.CODE).fetch();
    var linesBefore = db.selectFrom(ORDER_LINE).orderBy(ORDER_LINE.ID).fetch();
    var replaced = admin.run("orderLine", again, "{\"policy\":\"update\"}");
    assertThat(Uploads.counts(replaced))
        .isEqualTo("2 read, 0 created, 2 updated, 0 skipped, 0 bad, done");
    assertThat(orders())
        .contains(
            "536365 17850 2010-12-05T00:00Z 10.000000 1",
            "536369 17851 2010-12-05T00:00Z 1000.500000 1");

    admin.undo(replaced.get("id").stringValue());

    assertThat(db.selectFrom(SALES_ORDER).orderBy(SALES_ORDER.CODE).fetch()).isEqualTo(before);
    assertThat(db.selectFrom(ORDER_LINE).orderBy(ORDER_LINE.ID).fetch()).isEqualTo(linesBefore);
  }

  @Test
  void takesEverythingBackButWhatIsUsed() {
    var done = admin.run("orderLine", SALES, MAKE);
    db.update(ORDER_LINE)
        .set(ORDER_LINE.VERSION, 2L)
        .where(ORDER_LINE.salesOrder().CODE.eq("536368"))
        .execute();

    var undone = admin.undo(done.get("id").stringValue());

    assertThat(orders()).containsExactly("536368 17851 2010-12-04T01:00Z 99558.540000 1");
    assertThat(db.select(CUSTOMER.CODE).from(CUSTOMER).fetch(Record::toString)).hasSize(1);
    assertThat(db.fetchCount(PRODUCT)).isEqualTo(1);
    assertThat(undone.get("keptOnUndo").size()).isEqualTo(3);
  }

  @Test
  void reportsEachBadLineWithItsReason() {
    var bad =
        """
        order,product,quantity,date,price,customer
        A1,P1,x,2026-01-02,1,K1
        A2,P1,1,31.02.2026,1,K1
        A3,P1,1,2026-01-02,,K1
        ,P1,1,2026-01-02,1,K1
        A4,P1,1,2026-01-02,1,K1
        A4,P1,1,2026-01-02,1,K2
        A5,P1,1,2026-01-02
        A6,P1,1,2026-01-02,1,"K1
        A7,P1,99999999999999,2026-01-02,1,K1
        A8,P1,999999999999,2026-01-02,999999999999999999,K1
        A9,P1,1,2026-01-02,1,K1,K1
        """;
    var done = admin.run("orderLine", bad, MAKE);

    assertThat(Uploads.counts(done))
        .isEqualTo("11 read, 1 created, 0 updated, 0 skipped, 10 bad, done");
    assertThat(admin.badRows(done.get("id").stringValue()))
        .contains(",2,Quantity: Not a number")
        .contains(",3,Ordered: Not a valid time")
        .contains(",4,Unit price: ")
        .contains(",5,Order: ")
        .contains(",7,Customer: The order belongs to another customer")
        .contains(",8,\"Expected 6 cells, but found 4\"")
        .contains(",9,A quotation mark is not closed")
        .contains(",10,Quantity: The number is too large")
        .contains(",11,")
        .contains(",12,\"Expected 6 cells, but found 7\"");
  }

  private List<String> orders() {
    return db.select(
            SALES_ORDER.CODE,
            SALES_ORDER.customer().CODE,
            SALES_ORDER.ORDERED_AT,
            SALES_ORDER.AMOUNT,
            SALES_ORDER.LINE_COUNT)
        .from(SALES_ORDER)
        .orderBy(SALES_ORDER.CODE)
        .fetch(row ->
            "%s %s %s %s %s"
                .formatted(
                    row.value1(),
                    row.value2(),
                    row.value3().toInstant().atOffset(ZoneOffset.UTC),
                    row.value4(),
                    row.value5()));
  }

  private List<Integer> lineNumbers(String order) {
    return db.select(ORDER_LINE.LINE_NO)
        .from(ORDER_LINE)
        .where(ORDER_LINE.salesOrder().CODE.eq(order))
        .orderBy(ORDER_LINE.LINE_NO)
        .fetch(ORDER_LINE.LINE_NO);
  }
}
