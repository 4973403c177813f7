package org.kezhi.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kezhi.db.Tables.DUPLICATE_PAIR;
import static org.kezhi.db.Tables.JOB;
import static org.kezhi.db.Tables.MATCH_KEY_DUE;

import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.job.Jobs;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.kezhi.transfer.Uploads;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/// Duplicates are found while typing and by the scan, and what people decide is remembered.
@AppTest
class DuplicateTests {

  private static final String TYPED =
      "{\"values\":{\"name\":\"港口装备（宁波）有限公司\",\"phone\":\"0574-87654321\",\"headCount\":7}}";

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;
  @Autowired Jobs jobs;
  @Autowired KeyUpkeep upkeep;

  private People people;
  private Api admin;
  private String first;

  @BeforeEach
  void haveOne() {
    people = new People(db, tokens, client);
    admin = people.administrator();
    first = customer("{\"name\":\"宁波港口装备集团有限公司\",\"phone\":\"+8657487654321\",\"city\":\"宁波\"}");
    customer("{\"name\":\"晨光文具\"}");
  }

  @Test
  void tellsWhileSomebodyTypes() {
    var hits = admin.post("/api/customers/duplicates", TYPED);

    assertThat(hits.column("title")).isEqualTo("宁波港口装备集团有限公司");
    assertThat(hits.body().at("/items/0/reasons").toString()).isEqualTo("[\"name\",\"phone\"]");
    assertThat(hits.body().at("/items/0/score").intValue()).isGreaterThan(90);
    assertThat(admin.post("/api/customers/duplicates", "{\"values\":{}}").column("title"))
        .isEmpty();
    assertThat(
            admin
                .post(
                    "/api/customers/duplicates",
                    TYPED.replace("{\"values", "{\"id\":\"" + first + "\",\"values"))
                .column("title"))
        .isEmpty();
    admin.patch("/api/customers/" + first, 1, "{\"name\":\"大连造船\",\"phone\":null}");
    assertThat(admin.post("/api/customers/duplicates", TYPED).column("title")).isEmpty();
    admin.patch("/api/customers/" + first, 2, "{\"name\":\"港口装备\"}");
    admin.delete("/api/customers/" + first, 3);
    assertThat(admin.post("/api/customers/duplicates", TYPED).column("title")).isEmpty();
  }

  @Test
  void masksWhatSomebodyMayNotSee() {
    var role = people.role();
    people.allow(role, "customer", "own");
    var colleague = people.user(null);
    people.give(colleague, role);
    var reading = people.role();
    people.allow(reading, "customer", "own", "none");
    var reader = people.user(null);
    people.give(reader, reading);

    var hit =
        people.api(colleague, "*").post("/api/customers/duplicates", TYPED).body().at("/items/0");
    assertThat(hit.get("title").stringValue()).isEqualTo("宁***司");
    assertThat(hit.path("id").isNull() || hit.path("id").isMissingNode()).isTrue();
    assertThat(hit.at("/owner/id").stringValue()).isEqualTo(admin.user().toString());
    assertThat(people.api(reader, "*").post("/api/customers/duplicates", TYPED).column("title"))
        .isEmpty();
  }

  @Test
  void findsAllAndRemembersDecisions() {
    var second = customer("{\"name\":\"港口装备（宁波）有限公司\",\"phone\":\"+8657487654321\"}");
    var third = customer("{\"name\":\"宁波港口庄备有限公司\"}");
    scan();

    var group = admin.get("/api/customers/duplicates").body().at("/items");
    assertThat(group.size()).isEqualTo(1);
    assertThat(group.at("/0/records").size()).isEqualTo(3);
    var different = "{\"records\":[\"%s\",\"%s\"]}".formatted(first, third);
    assertThat(admin.post("/api/customers/duplicates/dismissals", different).status())
        .isEqualTo(204);
    different = "{\"records\":[\"%s\",\"%s\"]}".formatted(second, third);
    admin.post("/api/customers/duplicates/dismissals", different);
    scan();
    assertThat(admin.get("/api/customers/duplicates").body().at("/items/0/records").size())
        .isEqualTo(2);
    var merged =
        admin.post(
            "/api/customers/merges",
            "{\"survivor\":\"%1$s\",\"records\":[{\"id\":\"%1$s\",\"version\":1},{\"id\":\"%2$s\",\"version\":1}]}"
                .formatted(first, second));
    assertThat(admin.get("/api/customers/duplicates").body().at("/items").size()).isZero();
    scan();
    admin.post("/api/merges/" + merged.body().at("/merge/id").stringValue() + "/undo", "{}");
    scan();
    assertThat(admin.get("/api/customers/duplicates").body().at("/items").size()).isEqualTo(1);
    assertThat(db.fetchCount(DUPLICATE_PAIR, DUPLICATE_PAIR.DISMISSED_AT.isNotNull())).isEqualTo(2);
  }

  @Test
  void showsOnlyWhatSomebodySees() {
    customer("{\"name\":\"宁波港口装备有限公司\"}");
    scan();
    var role = people.role();
    people.allow(role, "customer", "own");
    var colleague = people.user(null);
    people.give(colleague, role);

    assertThat(
            people.api(colleague, "*").get("/api/customers/duplicates").body().at("/items").size())
        .isZero();
    assertThat(admin.get("/api/customers/duplicates").body().at("/items").size()).isEqualTo(1);
    assertThat(people.api(colleague, "*").post("/api/duplicate-scans", "").status()).isEqualTo(403);
  }

  @Test
  void seesWhatAnImportBringsALittleLater() {
    var lines = new StringBuilder("name\n");
    for (var i = 0; i < 150; i++) {
      lines.append("Customer number ").append(i).append('\n');
    }
    new Uploads(admin).run("customer", lines.append("大连远洋船舶修造厂\n").toString(), "{}");

    upkeep.catchUp();

    assertThat(db.fetchCount(MATCH_KEY_DUE)).isZero();
    assertThat(
            admin
                .post("/api/customers/duplicates", "{\"values\":{\"name\":\"远洋船舶修造厂\"}}")
                .column("title"))
        .isEqualTo("大连远洋船舶修造厂");
  }

  @Test
  void checksCreditCodes() {
    assertThat(
            admin
                .post("/api/customers", "{\"name\":\"a\",\"creditCode\":\"914403007152 6726xg\"}")
                .status())
        .isEqualTo(201);
    assertThat(
            admin
                .post("/api/customers", "{\"name\":\"a\",\"creditCode\":\"9144030071526726XH\"}")
                .errors())
        .isEqualTo("creditCode:notACreditCode");
    assertThat(
            admin
                .post(
                    "/api/customers/duplicates",
                    "{\"values\":{\"creditCode\":\"9144030071526726XG\"}}")
                .body()
                .at("/items/0/reasons/0")
                .stringValue())
        .isEqualTo("creditCode");
  }

  private String customer(String body) {
    return admin.create("/api/customers", body);
  }

  private void scan() {
    var job = jobs.start(DuplicateScan.NAME, "", Map.of(), null);
    await()
        .until(() ->
            "done"
                .equals(
                    db.select(JOB.STATE).from(JOB).where(JOB.ID.eq(job)).fetchSingle(JOB.STATE)));
  }
}
