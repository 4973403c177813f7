package org.kezhi.customization;

import static org.assertj.core.api.Assertions.assertThat;

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

/// Fields that are computed from others, and what becomes of them when those go.
@AppTest
class FormulaDesignTests {

  private static final String OBJECT = "/api/customization/objects/customer";
  private static final String FIELDS = OBJECT + "/fields";

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private People people;
  private Api admin;

  @BeforeEach
  void begin() {
    people = new People(db, tokens, client);
    admin = people.administrator();
    add("Area", "\"kind\":\"number\"");
  }

  @AfterEach
  void takeAllAway() {
    for (var i = 0; i < 3; i++) {
      for (var field : admin.get(FIELDS).body().get("items")) {
        if (field.get("custom").booleanValue()) {
          var path = FIELDS + "/" + field.get("name").stringValue();
          admin.send(HttpMethod.PATCH, path, "{\"retired\":true}", null);
          admin.send(HttpMethod.DELETE, path, null, null);
        }
      }
    }
  }

  @Test
  void computesWhatListsShowFilterAndSortBy() {
    add("Density", "\"formula\":\"headCount / xArea\"");
    customer("dense", 100, 10);
    customer("wide", 100, 1000);
    customer("nowhere", 100, 0);

    var list =
        admin.list(
            "/api/customers",
            "{\"field\":\"xDensity\",\"op\":\"notEmpty\"}",
            "&sort=-xDensity&columns=name,xDensity");

    assertThat(list.column("name")).isEqualTo("dense,wide");
    assertThat(list.column("xDensity")).isEqualTo("10,0.1");
    assertThat(admin.post("/api/customers", "{\"name\":\"a\",\"xDensity\":1}").errors())
        .isEqualTo("xDensity:readOnly");
  }

  @Test
  void saysWhereAFormulaIsWrong() {
    assertThat(check("headCount * 2").body().get("kind").stringValue()).isEqualTo("number");
    assertThat(check("headCount +").errors()).isEqualTo("formula:formulaUnfinished");
    assertThat(check("gone + 1").errors()).isEqualTo("formula:formulaUnknownField");
    assertThat(draft("A", "\"formula\":\"upper(1)\"").errors())
        .isEqualTo("formula:formulaNeedsText");
  }

  @Test
  void refusesCirclesAndKeepsWhatFormulasNeed() {
    add("Double", "\"formula\":\"xArea * 2\"");
    add("Fourfold", "\"formula\":\"xDouble * 2\"");

    var circle = patch("xDouble", "{\"formula\":\"xFourfold / 2\"}");
    patch("xDouble", "{\"retired\":true}");
    var needed = admin.send(HttpMethod.DELETE, FIELDS + "/xDouble", null, null);

    assertThat(circle.errors()).isEqualTo("formula:formulaCircle");
    assertThat(needed.slug()).isEqualTo("still-needed");
    assertThat(admin.get(FIELDS + "/xArea/uses").body().toString()).contains("customer.xDouble");
    assertThat(admin.get("/api/customers?columns=xFourfold").status()).isEqualTo(400);
    patch("xDouble", "{\"retired\":false}");
    assertThat(admin.get("/api/customers?columns=xFourfold").status()).isEqualTo(200);
  }

  @Test
  void followsAChangedFormula() {
    add("Double", "\"formula\":\"xArea * 2\"");
    var id = customer("a", 1, 21);

    patch("xDouble", "{\"formula\":\"'no. ' & xArea\"}");

    assertThat(admin.get("/api/customers/" + id).body().get("xDouble").stringValue())
        .isEqualTo("no. 21");
  }

  @Test
  void showsNothingOfWhatSomebodyMayNotSee() {
    add("Double", "\"formula\":\"xArea * 2\"");
    add("Above", "\"formula\":\"parent.name\"");
    var parent = admin.create("/api/customers", "{\"name\":\"secret holding\"}");
    var role = people.role();
    people.allow(role, "customer", "own", "own");
    people.limit(role, "customer", "xArea", "hidden");
    var user = people.user(null);
    people.give(user, role);
    var other = people.api(user, "*");
    admin.create(
        "/api/customers",
        "{\"name\":\"a\",\"owner\":\"%s\",\"parent\":\"%s\"}".formatted(user, parent));

    assertThat(other.get("/api/customers?columns=name,xAbove").body().get("items").toString())
        .contains("\"a\"")
        .doesNotContain("secret");
    assertThat(other.get("/api/customers?columns=xDouble").status()).isEqualTo(400);
    assertThat(
            admin
                .list(
                    "/api/customers",
                    "{\"field\":\"name\",\"op\":\"eq\",\"value\":\"a\"}",
                    "&columns=xAbove")
                .column("xAbove"))
        .isEqualTo("secret holding");
  }

  private String customer(String name, int people, int area) {
    return admin.create(
        "/api/customers",
        "{\"name\":\"%s\",\"headCount\":%d,\"xArea\":%d}".formatted(name, people, area));
  }

  private Api.Answer check(String formula) {
    return admin.post(OBJECT + "/formula-check", "{\"formula\":\"%s\"}".formatted(formula));
  }

  private Api.Answer patch(String field, String body) {
    return admin.send(HttpMethod.PATCH, FIELDS + "/" + field, body, null);
  }

  private void add(String english, String what) {
    var answer = draft(english, what);
    if (answer.status() != 201) {
      throw new AssertionError(answer.body().toString());
    }
  }

  private Api.Answer draft(String english, String what) {
    return admin.post(
        FIELDS, "{%s,\"labels\":{\"zhCN\":\"算\",\"en\":\"%s\"}}".formatted(what, english));
  }
}
