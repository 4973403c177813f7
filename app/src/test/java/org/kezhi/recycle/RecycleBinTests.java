package org.kezhi.recycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kezhi.db.Tables.CONTACT;
import static org.kezhi.db.Tables.CUSTOMER;
import static org.kezhi.db.Tables.JOB;
import static org.kezhi.db.Tables.ORDER_LINE;
import static org.kezhi.db.Tables.PRODUCT;
import static org.kezhi.db.Tables.SALES_ORDER;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.job.Jobs;
import org.kezhi.record.StandardColumns;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.kezhi.transfer.Uploads;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/// What follows a record goes with it and comes back with it, and what is erased is gone.
@AppTest
class RecycleBinTests {

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;
  @Autowired Jobs jobs;

  private People people;
  private Api admin;
  private String customer;
  private String early;

  @BeforeEach
  void sell() {
    people = new People(db, tokens, client);
    admin = people.administrator();
    new Uploads(admin)
        .run(
            "orderLine",
            """
            order,date,customer,sku,quantity,price
            S1,2026-01-02,K1,P1,2,3
            S1,2026-01-02,K1,P2,1,4
            S2,2026-02-03,K1,P1,5,3
            """,
            "{\"createMissing\":[\"customer\",\"product\"]}");
    customer = db.select(CUSTOMER.ID).from(CUSTOMER).fetchSingle(CUSTOMER.ID).toString();
    early = contact("early");
    contact("late");
    admin.delete("/api/contacts/" + early, 1);
  }

  @Test
  void takesAlongWhatFollowsAndBringsItBack() {
    assertThat(admin.delete("/api/customers/" + customer, 1).status()).isEqualTo(204);
    assertThat(live(CONTACT) + live(SALES_ORDER) + live(ORDER_LINE)).isZero();
    assertThat(live(PRODUCT)).isEqualTo(2);
    assertThat(admin.get("/api/search?q=late").column("object")).isEmpty();
    assertThat(broken()).isEmpty();

    assertThat(admin.put("/api/customers/" + customer + "/restoration", "").status())
        .isEqualTo(200);
    assertThat(live(CONTACT)).isEqualTo(1);
    assertThat(live(SALES_ORDER)).isEqualTo(2);
    assertThat(live(ORDER_LINE)).isEqualTo(3);
    assertThat(
            admin
                .get("/api/orders?sort=code&columns=code,amount")
                .body()
                .at("/items/0/amount/amount")
                .stringValue())
        .isEqualTo("10");
    assertThat(admin.get("/api/search?q=late").column("object")).isEqualTo("contact");
    assertThat(admin.get("/api/contacts/trash").column("title")).isEqualTo("early");
  }

  @Test
  void bringsNothingBackToWhatIsGone() {
    admin.delete("/api/customers/" + customer, 1);

    var refused = admin.put("/api/contacts/" + early + "/restoration", "");

    assertThat(refused.slug()).isEqualTo("follows-deleted");
    assertThat(refused.body().get("detail").stringValue()).contains("K1");
  }

  @Test
  void erasesForThoseWhoMay() {
    admin.delete("/api/customers/" + customer, 1);
    var role = people.role();
    people.allow(role, "customer", "all");
    var other = people.user(null);
    people.give(other, role);
    var eraser = people.user(null);
    people.give(eraser, role);
    var erasing = people.role();
    people.permit(erasing, "recycle");
    people.give(eraser, erasing);

    assertThat(erase(people.api(other, "*"), "customers", customer).status()).isEqualTo(403);
    assertThat(erase(people.api(eraser, "*"), "contacts", early).status()).isEqualTo(404);
    assertThat(erase(admin, "customers", customer).status()).isEqualTo(204);
    assertThat(erase(admin, "customers", customer).status()).isEqualTo(404);
    assertThat(db.fetchCount(CUSTOMER) + db.fetchCount(ORDER_LINE) + db.fetchCount(CONTACT))
        .isZero();
    assertThat(broken()).isEmpty();
  }

  @Test
  void doesNotEraseWhatIsThereOrStillNeeded() {
    var product = db.select(PRODUCT.ID).from(PRODUCT).limit(1).fetchSingle(PRODUCT.ID).toString();

    assertThat(erase(admin, "customers", customer).status()).isEqualTo(404);
    admin.delete("/api/products/" + product, 1);
    assertThat(erase(admin, "products", product).slug()).isEqualTo("still-used");
    assertThat(erase(admin, "users", admin.user().toString()).slug()).isEqualTo("still-used");
  }

  @Test
  void erasesAfterItsTime() {
    var product = db.select(PRODUCT.ID).from(PRODUCT).limit(1).fetchSingle(PRODUCT.ID);
    admin.delete("/api/products/" + product, 1);
    db.update(PRODUCT)
        .set(PRODUCT.DELETED_AT, OffsetDateTime.now().minusDays(31))
        .where(PRODUCT.ID.eq(product))
        .execute();
    db.update(CONTACT)
        .set(CONTACT.DELETED_AT, OffsetDateTime.now().minusDays(31))
        .where(CONTACT.ID.eq(DSL.cast(early, CONTACT.ID)))
        .execute();

    assertThat(admin.put("/api/recycle-bin", "{\"days\":0}").errors()).isNotEmpty();
    empty();
    assertThat(db.fetchCount(CONTACT)).isEqualTo(2);
    assertThat(admin.put("/api/recycle-bin", "{\"days\":30}").status()).isEqualTo(200);
    empty();

    assertThat(db.fetchCount(CONTACT)).isEqualTo(1);
    assertThat(db.fetchCount(PRODUCT)).isEqualTo(2);
  }

  /// People whom tests make have no entry in the search.
  private List<String> broken() {
    return admin
        .get("/api/checks")
        .body()
        .get("items")
        .valueStream()
        .filter(check -> !"searchEntries".equals(check.get("name").stringValue()))
        .filter(check -> check.get("broken").longValue() > 0)
        .map(Object::toString)
        .toList();
  }

  private void empty() {
    var job = jobs.start(EmptyRecycleBin.NAME, "", Map.of(), null);
    await()
        .until(() ->
            "done"
                .equals(
                    db.select(JOB.STATE).from(JOB).where(JOB.ID.eq(job)).fetchSingle(JOB.STATE)));
  }

  private String contact(String name) {
    return admin.create(
        "/api/contacts", "{\"name\":\"%s\",\"customer\":\"%s\"}".formatted(name, customer));
  }

  private int live(Table<?> table) {
    return db.fetchCount(table, StandardColumns.deletedAt(table).isNull());
  }

  private static Api.Answer erase(Api api, String path, String id) {
    return api.send(HttpMethod.DELETE, "/api/recycle-bin/" + path + "/" + id, null, null);
  }
}
