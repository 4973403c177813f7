package org.kezhi.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kezhi.db.Tables.CONTACT;
import static org.kezhi.db.Tables.CUSTOMER;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// An import while somebody else holds the records that it needs and lets them become part of
/// another one, as a merge does: on two connections, the one waiting for the other.
@AppTest
class ImportBesideMergeTests {

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;
  @Autowired PlatformTransactionManager transactions;

  private Uploads uploads;
  private UUID going;
  private UUID staying;

  @BeforeEach
  void begin() {
    uploads = new Uploads(new People(db, tokens, client).administrator());
    going = customer("A1", "Alpha");
    staying = customer("B1", "Beta");
    customer("C1", "Gamma");
  }

  @AfterEach
  void rest() {
    uploads.rest();
  }

  @Test
  void refersToNothingThatWentMeanwhile() {
    var draft = uploads.send("contact", "name,customer\n李雷,A1\n韩梅梅,C1\n");

    var done = besideMerge(draft);

    assertThat(Uploads.counts(done))
        .isEqualTo("2 read, 1 created, 0 updated, 0 skipped, 1 bad, done");
    assertThat(done.at("/badValues/0/code").stringValue()).isEqualTo("notFound");
    assertThat(db.fetchCount(CONTACT, CONTACT.CUSTOMER_ID.eq(going))).isZero();
  }

  @Test
  void findsTheOneThatTookItsName() {
    var draft = uploads.send("contact", "name,customer\n李雷,Alpha\n");
    var done =
        besideMerge(
            draft,
            () ->
                db.update(CUSTOMER)
                    .set(CUSTOMER.NAME, "Alpha")
                    .where(CUSTOMER.ID.eq(staying))
                    .execute());

    assertThat(Uploads.counts(done)).startsWith("1 read, 1 created");
    assertThat(db.fetchSingle(CONTACT).getCustomerId()).isEqualTo(staying);
  }

  @Test
  void changesNothingThatWentMeanwhile() {
    var file = uploads.send("customer", "code,name\nA1,Uno\nC1,Tre\n");
    var draft = uploads.choose(file, "{\"policy\":\"update\",\"matchField\":\"code\"}");

    var done = besideMerge(draft);

    assertThat(Uploads.counts(done)).startsWith("2 read, 1 created, 1 updated");
    assertThat(db.fetchValue(CUSTOMER.NAME, CUSTOMER.ID.eq(going))).isEqualTo("Alpha");
  }

  private JsonNode besideMerge(Uploads.Sent draft) {
    return besideMerge(draft, () -> {});
  }

  private JsonNode besideMerge(Uploads.Sent draft, Runnable more) {
    new TransactionTemplate(transactions)
        .executeWithoutResult(_ -> {
          db.selectFrom(CUSTOMER)
              .where(CUSTOMER.ID.in(List.of(going, staying)))
              .orderBy(CUSTOMER.ID)
              .forUpdate()
              .fetch();
          var started = uploads.api().post("/api/imports/" + draft.id() + "/run", "{}");
          assertThat(started.status()).isEqualTo(202);
          await().atMost(Duration.ofSeconds(30)).until(this::somebodyWaits);
          db.update(CUSTOMER)
              .set(CUSTOMER.DELETED_AT, DSL.currentOffsetDateTime())
              .where(CUSTOMER.ID.eq(going))
              .execute();
          more.run();
        });
    return uploads.end(draft.id());
  }

  private boolean somebodyWaits() {
    return db.fetchExists(DSL.select().from("pg_locks").where("not granted"));
  }

  private UUID customer(String code, String name) {
    var body = "{\"code\":\"%s\",\"name\":\"%s\"}".formatted(code, name);
    return UUID.fromString(uploads.api().create("/api/customers", body));
  }
}
