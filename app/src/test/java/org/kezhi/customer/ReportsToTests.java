package org.kezhi.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/// People report to people, and nobody to themselves; several parts are played in buying.
@AppTest
class ReportsToTests {

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private Api admin;
  private String customer;

  @BeforeEach
  void haveACustomer() {
    admin = new People(db, tokens, client).administrator();
    customer = admin.create("/api/customers", "{\"name\":\"mill\"}");
  }

  @Test
  void neverRunsInACircle() {
    var boss = person("boss", null);
    var middle = person("middle", boss);
    var clerk = person("clerk", middle);

    assertThat(report(boss, boss).errors()).isEqualTo("reportsTo:circle");
    assertThat(report(boss, clerk).errors()).isEqualTo("reportsTo:circle");
    assertThat(report(clerk, boss).status()).isEqualTo(200);
  }

  @Test
  void isNeverClosedFromTwoSidesAtOnce() throws Exception {
    for (var round = 0; round < 10; round++) {
      var one = person("one", null);
      var other = person("other", null);
      var statuses = new ArrayList<Integer>();
      try (var pool = Executors.newFixedThreadPool(2)) {
        List<Callable<Integer>> halves =
            List.of(() -> report(one, other).status(), () -> report(other, one).status());
        for (var done : pool.invokeAll(halves)) {
          statuses.add(done.get());
        }
      }
      assertThat(statuses).containsExactlyInAnyOrder(200, 400);
    }
  }

  @Test
  void breaksNoLineWhenPeopleBecomeOne() {
    var boss = person("boss", null);
    var middle = person("middle", boss);
    var twin = person("boss too", middle);
    var clerk = person("clerk", twin);

    var done =
        admin.post(
            "/api/contacts/merges",
            """
            {"survivor":"%1$s","records":[{"id":"%1$s","version":1},{"id":"%2$s","version":1}]}\
            """
                .formatted(boss, twin));

    assertThat(done.status()).as(done.body().toString()).isEqualTo(201);
    assertThat(above(boss)).as("nobody reports to those below").isEmpty();
    assertThat(above(middle)).isEqualTo(boss);
    assertThat(above(clerk)).isEqualTo(boss);
  }

  @Test
  void letsOnePlaySeveralParts() {
    var id =
        admin.create(
            "/api/contacts",
            """
            {"name":"Li","customer":"%s","buyingRole":["decider","approver"],\
            "stance":"champion","influence":"high"}\
            """
                .formatted(customer));

    var filter = "{\"field\":\"buyingRole\",\"op\":\"in\",\"value\":[\"approver\"]}";
    assertThat(admin.list("/api/contacts", filter, "").column("id")).isEqualTo(id);
    var wrong = admin.patch("/api/contacts/" + id, 1, "{\"stance\":\"friend\"}");
    assertThat(wrong.errors()).isEqualTo("stance:notAChoice");
    wrong = admin.patch("/api/contacts/" + id, 1, "{\"buyingRole\":[\"king\"]}");
    assertThat(wrong.errors()).isEqualTo("buyingRole:notAChoice");
  }

  private String person(String name, String boss) {
    var above = boss == null ? "null" : "\"" + boss + "\"";
    return admin.create(
        "/api/contacts",
        "{\"name\":\"%s\",\"customer\":\"%s\",\"reportsTo\":%s}".formatted(name, customer, above));
  }

  private Api.Answer report(String who, String boss) {
    return admin.patch("/api/contacts/" + who, 1, "{\"reportsTo\":\"" + boss + "\"}");
  }

  private String above(String who) {
    return admin.get("/api/contacts/" + who).body().at("/reportsTo/id").asString("");
  }
}
