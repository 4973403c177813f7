package org.kezhi.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AppTest
class GroupsModuleTests {

  private static final JsonMapper JSON = JsonMapper.shared();

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private People people;
  private Api admin;

  @BeforeEach
  void fillTheList() {
    people = new People(db, tokens, client);
    admin = people.administrator();
    add("A", "existing", 10);
    add("B", "existing", 20);
    add("C", "potential", 30);
    add("D", "lost", null);
    add("E", "existing", 25);
  }

  @Test
  void measuresGroups() {
    var body =
        """
        {"by":["status"],"measures":["count","sum:headCount","avg:headCount","min:headCount",\
        "max:headCount","filled:headCount"]}\
        """;

    assertThat(groups("customers", body).get(0))
        .isEqualTo(
            json(
                """
                {"key":{"status":"existing"},"count":3,"measures":{"sum:headCount":55,
                 "avg:headCount":18.333333,"min:headCount":10,"max:headCount":25,
                 "filled:headCount":3}}
                """));
  }

  @Test
  void measuresAllRecordsAsOneGroup() {
    var body =
        "{\"measures\":[\"filled:headCount\",\"max:createdAt\"],\"filter\":{\"field\":\"name\",\"op\":\"ne\",\"value\":\"A\"}}";

    var all = groups("customers", body);

    assertThat(all.size()).isEqualTo(1);
    assertThat(all.get(0).get("count").intValue()).isEqualTo(4);
    assertThat(all.at("/0/measures/filled:headCount").intValue()).isEqualTo(3);
    assertThat(all.at("/0/measures/max:createdAt").stringValue()).endsWith("Z");
    assertThat(groups("customers", "{\"q\":\"no such words\"}").at("/0/count").intValue()).isZero();
  }

  @Test
  void namesReferencesOnlyToThoseWhoMaySeeThem() {
    var owner = groups("customers", "{\"by\":[\"owner\"]}").at("/0/key/owner");
    assertThat(owner.get("id").stringValue()).isEqualTo(admin.user().toString());
    assertThat(owner.get("title").stringValue()).startsWith("陈晓");

    var customer = idOf("A");
    admin.create("/api/contacts", "{\"name\":\"张敏\",\"customer\":\"" + customer + "\"}");
    var role = people.role();
    people.allow(role, "contact", "all");
    var user = people.user(null);
    people.give(user, role);
    var groups = people.api(user, "*").post("/api/contacts/groups", "{\"by\":[\"customer\"]}");

    assertThat(groups.body().at("/groups/0/key/customer/title").isNull()).isTrue();
  }

  @Test
  void groupsMomentsByTheMonthsOfTheCompany() {
    var customer = idOf("A");
    for (var at : List.of("2026-03-31T15:59:00Z", "2026-03-31T16:00:00Z", "2026-04-30T12:00:00Z")) {
      admin.create(
          "/api/activities",
          "{\"kind\":\"call\",\"subject\":\"x\",\"customer\":\"%s\",\"happenedAt\":\"%s\"}"
              .formatted(customer, at));
    }

    var groups = groups("activities", "{\"by\":[\"happenedAt:month\"]}");

    assertThat(groups.toString())
        .isEqualTo(
            "[{\"key\":{\"happenedAt:month\":\"2026-04\"},\"count\":2,\"measures\":{}},"
                + "{\"key\":{\"happenedAt:month\":\"2026-03\"},\"count\":1,\"measures\":{}}]");
    var lanes =
        admin.post("/api/activities/lanes", "{\"by\":\"happenedAt:month\",\"keys\":[\"2026-04\"]}");
    assertThat(lanes.body().at("/items/0/total").intValue()).isEqualTo(2);
    var days =
        admin.post(
            "/api/activities/lanes",
            "{\"by\":\"happenedAt:day\",\"keys\":[\"2026-03-31\",\"2026-04-01\",\"2026-04-02\"]}");
    assertThat(days.column("key") + days.column("total"))
        .isEqualTo("2026-03-31,2026-04-01,2026-04-021,1,0");
    var noDay = "{\"by\":\"happenedAt:day\",\"keys\":[\"2026-02-30\"]}";
    assertThat(admin.post("/api/activities/lanes", noDay).errors())
        .isEqualTo("happenedAt:day:notADate");
  }

  @Test
  void addsNoAmountsOfSeveralCurrencies() {
    for (var price : List.of("7.5,CNY,Lamp", "2.5,CNY,Lamp", "3,EUR,Desk")) {
      var parts = price.split(",", -1);
      admin.create(
          "/api/products",
          "{\"code\":\"%s\",\"name\":\"%s\",\"category\":\"%s\",\"listPrice\":{\"amount\":\"%s\",\"currency\":\"%s\"}}"
              .formatted(price, parts[2], parts[2], parts[0], parts[1]));
    }
    var byCategory = "{\"by\":[\"category\"],\"measures\":[\"sum:listPrice\"]}";

    assertThat(groups("products", byCategory).at("/0/measures"))
        .isEqualTo(json("{\"sum:listPrice\":{\"amount\":\"10\",\"currency\":\"CNY\"}}"));
    assertThat(groups("products", "{\"measures\":[\"sum:listPrice\"]}").at("/0/measures"))
        .isEqualTo(json("{\"sum:listPrice\":{\"mixed\":true}}"));
  }

  @Test
  void refusesWhatCannotBeGroupedOrMeasured() {
    for (var body :
        List.of(
            "{\"by\":[\"nonsense\"]}",
            "{\"by\":[\"city:month\"]}",
            "{\"by\":[\"owner.passwordHash\"]}",
            "{\"measures\":[\"sum:name\"]}",
            "{\"measures\":[\"avg:createdAt\"]}",
            "{\"measures\":[\"median:headCount\"]}",
            "{\"measures\":[\"headCount\"]}")) {
      var answer = admin.post("/api/customers/groups", body);
      assertThat(answer.status()).as(body).isEqualTo(400);
      assertThat(answer.slug()).as(body).isEqualTo("invalid-columns");
    }
  }

  @Test
  void tellsTheFirstRecordsOfEveryLane() {
    var body = "{\"by\":\"status\",\"columns\":[\"name\"],\"sort\":[\"-name\"],\"limit\":2}";

    var lanes = admin.post("/api/customers/lanes", body).body().get("items");

    assertThat(lanes.findValuesAsString("key"))
        .containsExactly("potential", "existing", "lost", "nonCustomer");
    var existing = lanes.get(1);
    assertThat(existing.get("records").findValuesAsString("name")).containsExactly("E", "B");
    assertThat(existing.get("total").intValue()).isEqualTo(3);
    assertThat(existing.get("totalIsExact").booleanValue()).isTrue();
    assertThat(lanes.at("/0/nextCursor").isNull()).isTrue();
    var next =
        admin.list(
            "/api/customers",
            "{\"field\":\"status\",\"op\":\"in\",\"value\":[\"existing\"]}",
            "&columns=name&sort=-name&cursor=" + existing.get("nextCursor").stringValue());
    assertThat(next.column("name")).isEqualTo("A");
  }

  @Test
  void tellsLanesOfWhateverKeysAreAskedFor() {
    var body =
        "{\"by\":\"headCount\",\"keys\":[20,null,5],\"filter\":{\"field\":\"name\",\"op\":\"ne\",\"value\":\"A\"}}";

    var lanes = admin.post("/api/customers/lanes", body).body().get("items");

    assertThat(lanes.findValues("records").stream().map(r -> r.findValuesAsString("name")))
        .containsExactly(List.of("B"), List.of("D"), List.of());
  }

  @Test
  void refusesLanesThatAreNone() {
    for (var body :
        List.of(
            "{}",
            "{\"by\":\"nonsense\"}",
            "{\"by\":\"city\"}",
            "{\"by\":\"status\",\"keys\":[{\"a\":1}]}",
            "{\"by\":\"status\",\"keys\":[\"nonsense\"]}",
            "{\"by\":\"createdAt:month\",\"keys\":[\"2026-13\"]}",
            "{\"by\":\"city\",\"keys\":[" + "1,".repeat(60) + "1]}")) {
      assertThat(admin.post("/api/customers/lanes", body).status()).as(body).isEqualTo(400);
    }
  }

  private JsonNode groups(String path, String body) {
    var answer = admin.post("/api/" + path + "/groups", body);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body().get("groups");
  }

  private static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  private String idOf(String name) {
    var filter = "{\"field\":\"name\",\"op\":\"eq\",\"value\":\"" + name + "\"}";
    return admin.list("/api/customers", filter, "").body().at("/items/0/id").stringValue();
  }

  private void add(String name, String status, Integer heads) {
    admin.create(
        "/api/customers",
        "{\"name\":\"%s\",\"status\":\"%s\",\"headCount\":%s}".formatted(name, status, heads));
  }
}
