package org.kezhi.customization;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/// What spoke of a field that is gone says so, and nothing else is lost.
@AppTest
class DeletedFieldTests {

  private static final String FIELDS = "/api/customization/objects/customer/fields";

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private Api admin;
  private String customer;

  @BeforeEach
  void build() {
    admin = new People(db, tokens, client).administrator();
    field(
        "Tier",
        """
        "kind":"choice","choices":[{"labels":{"zhCN":"甲","en":"A"}},{"labels":{"zhCN":"乙","en":"B"}}]\
        """);
    field("Day", "\"kind\":\"date\"");
    field("Worth", "\"kind\":\"money\"");
    customer =
        admin.create(
            "/api/customers",
            "{\"name\":\"K\",\"city\":\"宁波\",\"xTier\":\"a\",\"xDay\":\"2026-11-22\",\"xWorth\":\"5\"}");
  }

  @AfterEach
  void takeAway() {
    for (var field : admin.get(FIELDS).body().get("items")) {
      if (field.get("custom").booleanValue()) {
        delete(field.get("name").stringValue());
      }
    }
  }

  @Test
  void letsViewsOpenWithoutItAndTellsBeforehandWhichDependOnIt() {
    var board =
        view(
            "customer",
            "Board",
            """
            {"columns":["name","xTier"],"sort":["-xTier","name"],
             "filter":{"and":[{"field":"xTier","op":"in","value":["a"]},{"field":"city","op":"notEmpty"}]},
             "shape":{"layout":"board","by":"xTier","quick":["xTier","city"],"widths":{"xTier":90}}}\
            """);
    var sums =
        view(
            "customer",
            "Sums",
            "{\"shape\":{\"by\":\"xDay:month\",\"measures\":[\"sum:xWorth\"]}}");
    var calendar =
        view("customer", "Calendar", "{\"shape\":{\"layout\":\"calendar\",\"by\":\"xDay\"}}");
    var people =
        view(
            "contact",
            "People",
            "{\"filter\":{\"field\":\"customer.xTier\",\"op\":\"in\",\"value\":[\"a\"]}}");
    view("contact", "Others", "{\"columns\":[\"name\"]}");

    assertThat(uses("xTier")).contains("Board", "People").doesNotContain("Sums", "Others");
    assertThat(uses("xDay")).contains("Sums", "Calendar").doesNotContain("Board");
    assertThat(uses("xWorth")).contains("Sums").doesNotContain("Calendar");
    takeAway();

    var opened = admin.get("/api/views/" + board).body();
    assertThat(opened.at("/state/columns").toString()).isEqualTo("[\"name\"]");
    assertThat(opened.at("/state/sort").toString()).isEqualTo("[\"name\"]");
    assertThat(opened.at("/state/filter").toString()).contains("city").doesNotContain("xTier");
    assertThat(opened.at("/state/shape/by").isNull()).isTrue();
    assertThat(opened.at("/state/shape/quick").toString()).isEqualTo("[\"city\"]");
    assertThat(opened.get("leftOut").toString()).contains("xTier");
    for (var id : new String[] {sums, calendar, people}) {
      var other = admin.get("/api/views/" + id);
      assertThat(other.status()).isEqualTo(200);
      assertThat(other.body().get("leftOut").size()).isPositive();
      assertThat(other.body().get("state").toString()).doesNotContain("\"x");
    }
  }

  @Test
  void answersAddressesThatNameItWithTheFieldAtFault() {
    takeAway();

    var test = "{\"field\":\"xTier\",\"op\":\"in\",\"value\":[\"a\"]}";
    assertThat(admin.list("/api/customers", test, "").errors()).isEqualTo("xTier:unknownField");
    assertThat(admin.get("/api/customers?columns=xTier").errors()).isEqualTo("xTier:unknownField");
    assertThat(admin.get("/api/customers?sort=-xTier").errors()).isEqualTo("xTier:unknownField");
    assertThat(admin.list("/api/contacts", test.replace("xTier", "customer.xTier"), "").errors())
        .isEqualTo("xTier:unknownField");
    assertThat(admin.post("/api/customers/lanes", "{\"by\":\"xTier\"}").errors())
        .isEqualTo("xTier:unknownField");
    assertThat(
            admin
                .post("/api/customers/lanes", "{\"by\":\"xDay:day\",\"keys\":[\"2026-11-22\"]}")
                .status())
        .isEqualTo(400);
    assertThat(
            admin
                .post("/api/customers/groups", "{\"by\":[],\"measures\":[\"sum:xWorth\"]}")
                .status())
        .isEqualTo(400);
    var export = "{\"object\":\"customer\",\"format\":\"csv\",\"columns\":[\"xTier\"]}";
    assertThat(admin.post("/api/exports", export).errors()).isEqualTo("xTier:unknownField");
  }

  @Test
  void leavesTheRestOfTheRecordAndItsHistory() {
    var before = admin.get("/api/customers/" + customer).body();
    takeAway();

    var after = admin.get("/api/customers/" + customer).body();
    assertThat(after.get("name")).isEqualTo(before.get("name"));
    assertThat(after.get("city")).isEqualTo(before.get("city"));
    assertThat(after.has("xTier")).isFalse();
    assertThat(
            admin
                .patch(
                    "/api/customers/" + customer,
                    after.get("version").longValue(),
                    "{\"xTier\":\"a\"}")
                .errors())
        .isEqualTo("xTier:unknownField");
    assertThat(admin.get("/api/customers/" + customer + "/history").status()).isEqualTo(200);
  }

  @Test
  void takesANameOfEveryAlphabetWithoutLettingItIntoTheDatabase() {
    var name = "甲".repeat(60);
    field("\\\"; drop \\u202e 'x' -- " + "y".repeat(30), "\"kind\":\"text\"");
    var labels =
        "{\"labels\":{\"zhCN\":\"" + name + "\",\"en\":\"" + name + "\"},\"kind\":\"text\"}";
    assertThat(name.getBytes(StandardCharsets.UTF_8).length).isGreaterThan(63);
    var made = admin.post(FIELDS, labels);
    assertThat(made.status()).isEqualTo(201);
    var field = made.body().get("name").stringValue();
    var id = admin.create("/api/customers", "{\"name\":\"L\",\"" + field + "\":\"there\"}");
    assertThat(admin.get("/api/customers/" + id).body().get(field).stringValue())
        .isEqualTo("there");
    for (var bad : new String[] {"A\\u0000B", "A\\u0007B", "A\\nB", "\\ud800", "甲".repeat(61)}) {
      var wrong = labels.replace("\"en\":\"" + name + "\"", "\"en\":\"" + bad + "\"");
      assertThat(admin.post(FIELDS, wrong).status()).as(bad).isEqualTo(400);
    }
  }

  private void field(String label, String what) {
    var labels = "\"labels\":{\"zhCN\":\"" + label + "\",\"en\":\"" + label + "\"}";
    var answer = admin.post(FIELDS, "{" + what + "," + labels + "}");
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
  }

  private String view(String object, String name, String state) {
    var answer =
        admin.post(
            "/api/views",
            "{\"object\":\"%s\",\"name\":\"%s\",\"state\":%s}".formatted(object, name, state));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    return answer.body().get("id").stringValue();
  }

  private String uses(String field) {
    return admin.get(FIELDS + "/" + field + "/uses").body().get("items").toString();
  }

  private void delete(String name) {
    admin.send(HttpMethod.PATCH, FIELDS + "/" + name, "{\"retired\":true}", null);
    assertThat(admin.send(HttpMethod.DELETE, FIELDS + "/" + name, null, null).status())
        .isEqualTo(204);
  }
}
