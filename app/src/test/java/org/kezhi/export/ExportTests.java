package org.kezhi.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kezhi.db.Tables.CUSTOMER;
import static org.kezhi.db.Tables.JOB;
import static org.kezhi.db.Tables.LIST_EXPORT;
import static org.kezhi.db.Tables.USER_ROLE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
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
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Lists as files: what they hold, who may fetch them, until when, and that they come back as they
/// were.
@AppTest
class ExportTests {

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;
  @Autowired Jobs jobs;
  @Autowired ExportFiles files;

  private People people;
  private Api admin;

  @BeforeEach
  void begin() {
    people = new People(db, tokens, client);
    admin = people.administrator();
    admin.create("/api/customers", "{\"name\":\"=cmd|'x'!A0\",\"code\":\"K1\",\"headCount\":7}");
    admin.create(
        "/api/customers",
        "{\"name\":\"杭州云起, \\\"上城\\\"\",\"code\":\"K2\",\"status\":\"existing\",\"phone\":\"13812345678\"}");
    admin.create("/api/customers", "{\"name\":\"left out\",\"code\":\"X3\"}");
  }

  @Test
  void writesTheListAsItIsShown() throws IOException {
    var csv = new String(export(admin, "csv"), StandardCharsets.UTF_8);

    assertThat(csv)
        .isEqualTo(
            "\uFEFFName,Status,Head count\r\n"
                + "\"杭州云起, \"\"上城\"\"\",Existing,\r\n"
                + "'=cmd|'x'!A0,Potential,7\r\n");
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(export(admin, "xlsx")))) {
      var rows = book.getFirstSheet().read();
      assertThat(rows.get(0).getCellText(0)).isEqualTo("Name");
      assertThat(rows.get(1).getCellText(0)).isEqualTo("杭州云起, \"上城\"");
      assertThat(rows.get(2).getCellText(0)).isEqualTo("'=cmd|'x'!A0");
      assertThat(rows.get(2).getCellAsNumber(2).orElseThrow().intValue()).isEqualTo(7);
    }
    var cards = new String(export(admin, "vcard"), StandardCharsets.UTF_8);
    assertThat(cards)
        .contains("FN:杭州云起\\, \"上城\"\r\n")
        .contains("TEL;TYPE=WORK:+8613812345678\r\n")
        .doesNotContain("left out");
    assertThat(cards.lines().filter("BEGIN:VCARD"::equals)).hasSize(2);
    assertThat(cards.lines().allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75))
        .isTrue();
  }

  @Test
  void refusesAtOnceWhatCannotBe() {
    assertThat(start(admin, "customer", "csv", "\"columns\":[\"nothing\"]").status())
        .isEqualTo(400);
    assertThat(start(admin, "product", "vcard", "\"q\":null").slug()).isEqualTo("no-cards");
    assertThat(start(admin, "customer", "doc", "\"q\":null").status()).isEqualTo(400);
    assertThat(start(people.inRole("sales"), "customer", "csv", "\"q\":null").status())
        .isEqualTo(403);
    assertThat(db.fetchCount(LIST_EXPORT)).isZero();
  }

  @Test
  void givesTheFileToItsOwnerWithTheSameRightsOnly() {
    var role = people.role();
    people.allow(role, "customer", "all");
    var user = people.user(null);
    people.give(user, role);
    var api = people.api(user, "*");
    var id = finished(api, start(api, "customer", "csv", "\"q\":null"));

    assertThat(fetch(api, id).getStatus().value()).isEqualTo(200);
    assertThat(fetch(people.api(user, "customer:read"), id).getStatus().value()).isEqualTo(410);
    assertThat(fetch(people.api(user, "order:read"), id).getStatus().value()).isEqualTo(404);
    assertThat(fetch(admin, id).getStatus().value()).isEqualTo(404);
    assertThat(admin.get("/api/exports").column("id")).isEmpty();
    assertThat(api.get("/api/exports").column("id")).isEqualTo(id);
    people.limit(role, "customer", "phone", "hidden");
    await().atMost(Duration.ofSeconds(10)).until(() -> fetch(api, id).getStatus().value() == 410);
    db.deleteFrom(USER_ROLE).where(USER_ROLE.USER_ID.eq(user)).execute();
    await().atMost(Duration.ofSeconds(10)).until(() -> fetch(api, id).getStatus().value() == 404);
  }

  @Test
  void showsNoMoreThanItsOwnerSees() {
    var role = people.role();
    people.allow(role, "customer", "own");
    people.limit(role, "customer", "headCount", "hidden");
    var user = people.user(null);
    people.give(user, role);
    db.update(CUSTOMER).set(CUSTOMER.OWNER_ID, user).where(CUSTOMER.CODE.eq("K1")).execute();
    var api = people.api(user, "*");

    assertThat(start(api, "customer", "csv", "\"columns\":[\"headCount\"]").status())
        .isEqualTo(400);
    var id = finished(api, start(api, "customer", "csv", "\"columns\":[\"code\"]"));
    assertThat(text(api, id)).isEqualTo("\uFEFFCode\r\nK1\r\n");
  }

  @Test
  void endsAfterItsTimeAndWhenItIsThrownAway() {
    var old = finished(admin, start(admin, "customer", "csv", "\"q\":null"));
    var kept = finished(admin, start(admin, "customer", "csv", "\"q\":null"));
    db.update(LIST_EXPORT)
        .set(LIST_EXPORT.EXPIRES_AT, OffsetDateTime.now().minusMinutes(1))
        .where(LIST_EXPORT.ID.eq(UUID.fromString(old)))
        .execute();
    assertThat(fetch(admin, old).getStatus().value()).isEqualTo(410);

    over(jobs.start(ExportUpkeep.NAME, "", Map.of(), null));

    assertThat(fetch(admin, old).getStatus().value()).isEqualTo(404);
    assertThat(files.all()).containsExactly(UUID.fromString(kept));
    assertThat(admin.send(HttpMethod.DELETE, "/api/exports/" + kept, null, null).status())
        .isEqualTo(204);
    assertThat(files.all()).isEmpty();
  }

  /// Every kind of record that has a key to be known by, with all of its columns.
  @Test
  void comesBackWithoutChangingAnything() {
    db.update(CUSTOMER).set(CUSTOMER.NAME, "晋江").where(CUSTOMER.CODE.eq("K1")).execute();
    new Uploads(admin)
        .run(
            "orderLine",
            """
            order,date,customer,sku,quantity,price
            S1,2026-01-02,K1,P1,2,3.25
            """,
            "{\"createMissing\":[\"customer\",\"product\"]}");
    admin.create(
        "/api/contacts",
        "{\"name\":\"李雷\",\"phone\":\"13912345678\",\"buyingRole\":[\"decider\"],\"customer\":\""
            + db.fetchValue(CUSTOMER.ID, CUSTOMER.CODE.eq("K2"))
            + "\"}");
    for (var object : new String[] {"customer", "contact", "product"}) {
      var columns = new ArrayList<String>();
      for (var known : admin.get("/api/meta").body().get("objects")) {
        if (object.equals(known.get("name").stringValue())) {
          known
              .get("fields")
              .forEach(field -> {
                if (!field.get("readOnly").booleanValue()) {
                  columns.add(field.get("name").stringValue());
                }
              });
        }
      }
      var wanted = "\"columns\":" + JsonMapper.shared().writeValueAsString(columns);
      var before = records(object);
      var csv = text(admin, finished(admin, start(admin, object, "csv", wanted)));

      var done = new Uploads(admin).run(object, csv, "{\"policy\":\"update\"}");

      assertThat(done.toString()).as(object).contains("\"bad\":0").contains("\"created\":0");
      assertThat(records(object)).as(object).isEqualTo(before);
    }
  }

  /// What people have entered; figures may be computed meanwhile.
  private String records(String object) {
    var all = new StringBuilder();
    for (var item :
        admin.get("/api/" + object + "s?limit=200&sort=createdAt").body().get("items")) {
      var one = admin.get("/api/" + object + "s/" + item.get("id").stringValue()).body();
      all.append(((ObjectNode) one).remove(List.of("version", "updatedAt", "updatedBy", "value")));
    }
    return all.toString();
  }

  private byte[] export(Api api, String format) {
    var wanted =
        "\"columns\":[\"name\",\"status\",\"headCount\"],\"sort\":[\"-code\"],"
            + "\"filter\":{\"field\":\"code\",\"op\":\"startsWith\",\"value\":\"K\"}";
    return bytes(api, finished(api, start(api, "customer", format, wanted)));
  }

  private static Api.Answer start(Api api, String object, String format, String more) {
    return api.post(
        "/api/exports", "{\"object\":\"%s\",\"format\":\"%s\",%s}".formatted(object, format, more));
  }

  private String finished(Api api, Api.Answer started) {
    assertThat(started.status()).as(started.body().toString()).isEqualTo(202);
    var id = started.body().get("id").stringValue();
    over(UUID.fromString(started.body().get("jobId").stringValue()));
    assertThat(api.get("/api/exports/" + id).body().get("state").stringValue()).isEqualTo("done");
    return id;
  }

  private void over(UUID job) {
    while (db.fetchExists(JOB, JOB.ID.eq(job).and(JOB.STATE.in("queued", "running")))) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private static String text(Api api, String id) {
    return new String(bytes(api, id), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Api api, String id) {
    return fetch(api, id).getResponseBody();
  }

  private static org.springframework.test.web.servlet.client.EntityExchangeResult<byte[]> fetch(
      Api api, String id) {
    return api.client()
        .get()
        .uri(URI.create("/api/exports/" + id + "/content"))
        .header("Authorization", "Bearer " + api.token())
        .exchange()
        .expectBody(byte[].class)
        .returnResult();
  }
}
