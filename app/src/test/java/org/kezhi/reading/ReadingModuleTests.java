package org.kezhi.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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

@AppTest
class ReadingModuleTests {

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private Api admin;

  @BeforeEach
  void fillTheList() {
    admin = new People(db, tokens, client).administrator();
    add("A", "杭州", 10);
    add("B", "宁波", 20);
    add("C", "杭州", 30);
    add("D", null, null);
    add("E", "绍兴", 20);
  }

  @Test
  void filtersByEveryOperator() {
    assertThat(names("{\"field\":\"city\",\"op\":\"eq\",\"value\":\"杭州\"}")).isEqualTo("A,C");
    assertThat(names("{\"field\":\"city\",\"op\":\"ne\",\"value\":\"杭州\"}")).isEqualTo("B,D,E");
    assertThat(names("{\"field\":\"city\",\"op\":\"in\",\"value\":[\"宁波\",\"绍兴\"]}"))
        .isEqualTo("B,E");
    assertThat(names("{\"field\":\"city\",\"op\":\"notIn\",\"value\":[\"宁波\"]}"))
        .isEqualTo("A,C,D,E");
    assertThat(names("{\"field\":\"city\",\"op\":\"contains\",\"value\":\"州\"}")).isEqualTo("A,C");
    assertThat(names("{\"field\":\"city\",\"op\":\"notContains\",\"value\":\"州\"}"))
        .isEqualTo("B,D,E");
    assertThat(names("{\"field\":\"city\",\"op\":\"startsWith\",\"value\":\"宁\"}")).isEqualTo("B");
    assertThat(names("{\"field\":\"city\",\"op\":\"empty\"}")).isEqualTo("D");
    assertThat(names("{\"field\":\"headCount\",\"op\":\"gt\",\"value\":10}")).isEqualTo("B,C,E");
    assertThat(names("{\"field\":\"headCount\",\"op\":\"between\",\"value\":[10,20]}"))
        .isEqualTo("A,B,E");
    assertThat(names("{\"field\":\"headCount\",\"op\":\"le\",\"value\":\"20\"}"))
        .isEqualTo("A,B,E");
    assertThat(names("{\"field\":\"owner\",\"op\":\"eq\",\"value\":\"@me\"}"))
        .isEqualTo("A,B,C,D,E");
    assertThat(names("{\"field\":\"createdAt\",\"op\":\"lt\",\"value\":\"2020-01-01\"}")).isEmpty();
    assertThat(
            names(
                "{\"not\":{\"or\":[{\"field\":\"name\",\"op\":\"eq\",\"value\":\"A\"},"
                    + "{\"field\":\"city\",\"op\":\"eq\",\"value\":\"宁波\"}]}}"))
        .isEqualTo("C,E");
  }

  @Test
  void refusesWhatIsNoFilter() {
    for (var filter :
        List.of(
            "[1]",
            "{\"field\":\"city\"}",
            "{\"field\":\"city\",\"op\":\"like\",\"value\":\"x\"}",
            "{\"field\":\"name'; drop table customer; --\",\"op\":\"eq\",\"value\":\"x\"}",
            "{\"field\":\"passwordHash\",\"op\":\"notEmpty\"}",
            "{\"field\":\"headCount\",\"op\":\"contains\",\"value\":\"1\"}",
            "{\"field\":\"headCount\",\"op\":\"gt\",\"value\":\"many\"}",
            "{\"field\":\"owner.passwordHash\",\"op\":\"startsWith\",\"value\":\"x\"}",
            "{\"field\":\"city\",\"op\":\"eq\",\"value\":{\"a\":1}}")) {
      var answer = admin.list("/api/customers", filter, "");
      assertThat(answer.status()).as(filter).isEqualTo(400);
      assertThat(answer.slug()).isEqualTo("invalid-filter");
    }
  }

  @Test
  void pagesThroughEveryOrderWithoutLossOrRepetition() {
    for (var sort :
        List.of("name", "-name", "headCount", "-headCount", "city,-headCount", "-createdAt")) {
      var seen = new ArrayList<String>();
      String cursor = null;
      do {
        var page =
            admin.get(
                "/api/customers?columns=name&limit=2&sort="
                    + sort
                    + (cursor == null ? "" : "&cursor=" + cursor));
        page.body().get("items").forEach(item -> seen.add(item.get("name").stringValue()));
        cursor = page.body().get("nextCursor").asString(null);
      } while (cursor != null);
      assertThat(seen).as(sort).containsExactlyInAnyOrder("A", "B", "C", "D", "E");
      assertThat(String.join(",", seen))
          .as(sort)
          .isEqualTo(admin.get("/api/customers?columns=name&sort=" + sort).column("name"));
    }
    assertThat(admin.get("/api/customers?columns=name&sort=-headCount,name").column("name"))
        .isEqualTo("C,B,E,A,D");
  }

  @Test
  void refusesForgedCursorsAndUnknownColumns() {
    assertThat(admin.get("/api/customers?cursor=abc").slug()).isEqualTo("invalid-cursor");
    assertThat(admin.get("/api/customers?cursor=WyJ4Il0").slug()).isEqualTo("invalid-cursor");
    assertThat(admin.get("/api/customers?columns=name,secret").slug()).isEqualTo("invalid-columns");
    assertThat(admin.get("/api/customers?sort=name%3Bselect").slug()).isEqualTo("invalid-sort");
  }

  @Test
  void followsReferencesInFilters() {
    var id = idOf("B");
    admin.create("/api/contacts", "{\"name\":\"张敏\",\"customer\":\"" + id + "\"}");

    assertThat(
            admin
                .list(
                    "/api/contacts",
                    "{\"field\":\"customer.city\",\"op\":\"eq\",\"value\":\"宁波\"}",
                    "")
                .column("name"))
        .isEqualTo("张敏");
    assertThat(
            admin
                .list(
                    "/api/contacts",
                    "{\"field\":\"customer.city\",\"op\":\"eq\",\"value\":\"杭州\"}",
                    "")
                .column("name"))
        .isEmpty();
  }

  private String idOf(String name) {
    var filter = "{\"field\":\"name\",\"op\":\"eq\",\"value\":\"" + name + "\"}";
    var items = admin.list("/api/customers", filter, "").body().get("items");
    return items.get(0).get("id").stringValue();
  }

  @Test
  void groupsCountsAndSums() {
    var groups =
        admin.post(
            "/api/customers/groups",
            "{\"by\":[\"city\"],\"measures\":[\"count\",\"sum:headCount\"]}");

    assertThat(groups.body().get("groups").get(0).toString())
        .isEqualTo("{\"key\":{\"city\":\"杭州\"},\"count\":2,\"measures\":{\"sum:headCount\":40}}");
  }

  /// Such lists look at the figures' table alone until they know which records they show.
  @Test
  void followsChangesInListsSortedByAFigure() {
    var inHangzhou = "{\"field\":\"city\",\"op\":\"eq\",\"value\":\"杭州\"}";
    var suspects = "{\"field\":\"value.layer\",\"op\":\"eq\",\"value\":\"suspect\"}";
    var both = "{\"and\":[%s,%s]}".formatted(inHangzhou, suspects);
    var byRevenue = "&columns=name&sort=value.revenue,name";
    var id = idOf("B");
    assertThat(admin.list("/api/customers", both, byRevenue).column("name")).isEqualTo("A,C");

    var moved = admin.patch("/api/customers/" + id, 1, "{\"city\":\"杭州\"}");

    assertThat(moved.status()).isEqualTo(200);
    assertThat(admin.list("/api/customers", both, byRevenue).column("name")).isEqualTo("A,B,C");
    assertThat(total(both)).isEqualTo(3);
    var groups = "{\"by\":[\"value.layer\",\"city\"],\"filter\":" + inHangzhou + "}";
    assertThat(admin.post("/api/customers/groups", groups).body().get("groups").toString())
        .isEqualTo(
            "[{\"key\":{\"value.layer\":\"suspect\",\"city\":\"杭州\"},\"count\":3,\"measures\":{}}]");

    admin.delete("/api/customers/" + id, 2);

    assertThat(admin.list("/api/customers", both, byRevenue).column("name")).isEqualTo("A,C");
    assertThat(total(both)).isEqualTo(2);
  }

  private int total(String filter) {
    return admin.list("/api/customers/count", filter, "").body().get("total").intValue();
  }

  @Test
  void exportsTheListWithHarmlessTexts() {
    admin.create("/api/customers", "{\"name\":\"=1+1\",\"city\":\"杭州\",\"headCount\":5}");

    var csv =
        client
            .get()
            .uri("/api/customers/export?columns=name,kind,headCount,owner&sort=-createdAt")
            .header("Authorization", "Bearer " + admin.token())
            .header("Accept-Language", "en")
            .exchange()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    assertThat(csv).startsWith("\uFEFFName,Kind,Head count,Owner").contains("'=1+1,Company,5,陈晓");
  }

  @Test
  void sortsByTheNewestWhereTheUsualFieldIsHidden() {
    var people = new People(db, tokens, client);
    var role = people.role();
    people.allow(role, "customer", "all");
    people.limit(role, "customer", "value.revenue", "hidden");
    var user = people.user(null);
    people.give(user, role);

    var answer = people.api(user, "*").get("/api/customers?columns=name&limit=5");

    assertThat(answer.column("name")).isEqualTo("E,D,C,B,A");
  }

  private void add(String name, String city, Integer heads) {
    admin.create(
        "/api/customers",
        "{\"name\":\"%s\",\"city\":%s,\"headCount\":%s}"
            .formatted(name, city == null ? "null" : "\"" + city + "\"", heads));
  }

  private String names(String filter) {
    return admin.list("/api/customers", filter, "&sort=name&columns=name").column("name");
  }
}
