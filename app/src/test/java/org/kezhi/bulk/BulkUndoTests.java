package org.kezhi.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.BULK_RUN;
import static org.kezhi.db.Tables.CUSTOMER;
import static org.kezhi.db.Tables.JOB;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kezhi.access.Tokens;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@AppTest
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class BulkUndoTests {

  private static final int MORE_THAN_A_BATCH = 12_001;

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private Api admin;
  private Bulk bulk;

  @BeforeEach
  void begin() {
    admin = new People(db, tokens, client).administrator();
    bulk = new Bulk(admin);
  }

  @Test
  void putsBackWhatNobodyHasChangedSince() {
    var one = customer("one");
    var two = customer("two");
    var run =
        bulk.run(Bulk.some("customer", List.of(one, two), "{\"city\":\"上海\",\"industry\":\"餐饮\"}"));
    admin.patch("/api/customers/" + two, 2, "{\"city\":\"苏州\",\"address\":\"平江路 7 号\"}");

    var undone = bulk.undo(run);
    var kept = bulk.failures(undone).body().get("items");

    assertThat(Bulk.outcome(undone)).contains("2 undone 1 kept").startsWith("undone 0 changed");
    assertThat(shown(one)).isEqualTo("杭州 茶叶 null");
    assertThat(shown(two)).isEqualTo("苏州 茶叶 平江路 7 号");
    assertThat(kept).hasSize(1);
    assertThat(kept.get(0).get("title").stringValue()).isEqualTo("two");
    assertThat(kept.get(0).get("fields").toString()).isEqualTo("[\"City\"]");
    assertThat(undone.get("undoUntil").isNull()).isTrue();
  }

  @Test
  void isPossibleForTenMinutesAndOnce() {
    var run = bulk.run(Bulk.some("customer", List.of(customer("one")), "{\"city\":\"上海\"}"));
    var path = "/api/bulk-runs/" + run.get("id").stringValue();
    var until = OffsetDateTime.parse(run.get("undoUntil").stringValue());
    db.update(JOB).set(JOB.FINISHED_AT, OffsetDateTime.now().minusMinutes(11)).execute();

    var late = admin.post(path + "/undo", "{}");

    assertThat(until).isAfter(OffsetDateTime.now().plusMinutes(9));
    assertThat(late.slug()).isEqualTo("bulk-undo-too-late");
    assertThat(admin.get(path).body().get("undoUntil").isNull()).isTrue();
    db.update(JOB).set(JOB.FINISHED_AT, OffsetDateTime.now()).execute();
    assertThat(Bulk.outcome(bulk.undo(run))).contains("1 undone");
    assertThat(admin.post(path + "/undo", "{}").slug()).isEqualTo("bulk-undone");
  }

  @Test
  void bringsRecordsBackToThePersonWhoGaveThemAway() {
    var people = new People(db, tokens, client);
    var role = people.role();
    people.allow(role, "customer", "own");
    people.allow(role, "user", "all", "none");
    var user = people.user(null);
    people.give(user, role);
    var limited = new Bulk(people.api(user, "*"));
    var id = limited.api().create("/api/customers", "{\"name\":\"mine\"}");
    var order = Bulk.some("customer", List.of(id), "{\"owner\":\"%s\"}".formatted(admin.user()));

    var run = limited.run(order);
    var given = limited.api().get("/api/customers").column("name");
    limited.undo(run);

    assertThat(given).isEmpty();
    assertThat(limited.api().get("/api/customers").column("name")).isEqualTo("mine");
  }

  @Test
  void goesOnWhereItWasCancelledAndChangesEachRecordOnce() {
    many();
    var order = Bulk.all("customer", "null", "{\"industry\":\"餐饮\"}");
    var id = bulk.start(order);
    admin.put("/api/bulk-runs/" + id + "/cancellation", "{}");
    var stopped = bulk.end(id);
    var job = stopped.get("jobId").stringValue();

    if ("cancelled".equals(stopped.get("state").stringValue())) {
      admin.put("/api/jobs/" + job + "/retry", null);
    }
    var run = again(id, job);

    assertThat(Bulk.outcome(run)).startsWith("done " + MORE_THAN_A_BATCH + " changed 0 same");
    assertThat(db.fetchCount(CUSTOMER, CUSTOMER.VERSION.ne(2L))).isZero();
    assertThat(Bulk.outcome(bulk.undo(run))).contains(MORE_THAN_A_BATCH + " undone 0 kept");
    assertThat(db.fetchCount(CUSTOMER, CUSTOMER.INDUSTRY.isNotNull())).isZero();
    assertThat(db.fetchValue(BULK_RUN.POSITION, BULK_RUN.ID.eq(UUID.fromString(id)))).isZero();
  }

  @Test
  void takesBackTheRestWhenOneRecordCannotBeRestored() {
    var one = customer("one");
    var two = customer("two");
    var code = admin.get("/api/customers/" + one).body().get("code").stringValue();
    var paste = "{\"fields\":[\"code\"],\"cells\":[[\"N1\"],[\"N2\"]]}";
    var run = bulk.run(Bulk.pasted("customer", List.of(one, two), paste));
    admin.create("/api/customers", "{\"name\":\"taker\",\"code\":\"%s\"}".formatted(code));

    var undone = bulk.undo(run);

    assertThat(Bulk.outcome(undone)).contains("1 undone 1 kept");
    assertThat(bulk.failures(undone).column("title")).isEqualTo("one");
    assertThat(bulk.failures(undone).column("reason")).contains("Code");
  }

  private JsonNode again(String id, String job) {
    while (!"done".equals(admin.get("/api/jobs/" + job).body().get("state").asString())) {
      LockSupport.parkNanos(20_000_000);
    }
    return bulk.end(id);
  }

  private void many() {
    db.insertInto(CUSTOMER, CUSTOMER.ID, CUSTOMER.NAME)
        .select(
            DSL.select(
                    DSL.field("gen_random_uuid()", UUID.class),
                    DSL.field("'客户 ' || i", String.class))
                .from("generate_series(1, {0}) i", DSL.inline(MORE_THAN_A_BATCH)))
        .execute();
  }

  private String customer(String name) {
    return admin.create(
        "/api/customers", "{\"name\":\"%s\",\"city\":\"杭州\",\"industry\":\"茶叶\"}".formatted(name));
  }

  private String shown(String id) {
    return db.select(CUSTOMER.CITY, CUSTOMER.INDUSTRY, CUSTOMER.ADDRESS)
        .from(CUSTOMER)
        .where(CUSTOMER.ID.eq(UUID.fromString(id)))
        .fetchSingle(row -> row.value1() + " " + row.value2() + " " + row.value3());
  }
}
