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
import org.kezhi.transfer.Uploads;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/// A kind of record that somebody makes behaves like one that came with the program.
@AppTest
class CustomObjectTests {

  private static final String OBJECTS = "/api/customization/objects";

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private People people;
  private Api admin;

  @BeforeEach
  void makeProjects() {
    people = new People(db, tokens, client);
    admin = people.administrator();
    make("Project", "Projects", true);
    field("\"kind\":\"reference\",\"reference\":\"customer\"", "Customer");
    field("\"kind\":\"money\"", "Budget");
  }

  @AfterEach
  void takeAllAway() {
    for (var object : admin.get(OBJECTS).body().get("items")) {
      if (object.get("custom").booleanValue()) {
        delete(object.get("name").stringValue());
      }
    }
  }

  @Test
  void createsListsChangesAndDeletesItsRecords() {
    var customer = admin.create("/api/customers", "{\"name\":\"宁波港口装备集团\"}");
    var id =
        admin.create(
            "/api/x-projects",
            "{\"name\":\"三号泊位扩建\",\"xBudget\":\"5000000\",\"xCustomer\":\"%s\"}"
                .formatted(customer));

    admin.patch("/api/x-projects/" + id, 1, "{\"xBudget\":\"6000000\"}");
    var list =
        admin.list(
            "/api/x-projects",
            "{\"field\":\"xCustomer.name\",\"op\":\"contains\",\"value\":\"港口\"}",
            "&columns=name,xBudget,owner");

    assertThat(list.column("name")).isEqualTo("三号泊位扩建");
    assertThat(list.body().at("/items/0/xBudget/amount").stringValue()).isEqualTo("6000000");
    assertThat(list.body().at("/items/0/owner/id").stringValue())
        .isEqualTo(admin.user().toString());
    assertThat(admin.get("/api/x-projects/" + id + "/history").column("action"))
        .isEqualTo("update,create");
    assertThat(admin.get("/api/search?q=shbw").column("object")).isEqualTo("xProject");
    assertThat(admin.delete("/api/x-projects/" + id, 2).status()).isEqualTo(204);
    assertThat(admin.put("/api/x-projects/" + id + "/restoration", "").status()).isEqualTo(200);
  }

  @Test
  void namesItsFieldsInBothLanguages() {
    for (var field : admin.get(OBJECTS + "/xProject/fields").body().get("items")) {
      var labels = field.get("labels");
      assertThat(labels.get("en").stringValue()).doesNotContain(".");
      assertThat(labels.get("zhCN").stringValue()).doesNotContain(".");
    }
  }

  @Test
  void importsItsRecords() {
    admin.create("/api/customers", "{\"name\":\"宁波港口装备集团\"}");
    var uploads = new Uploads(admin);

    var done =
        uploads.run(
            uploads.send(
                "xProject",
                """
                Name,Budget,Customer
                三号泊位扩建,5000000,宁波港口装备集团
                堆场改造,much,宁波港口装备集团
                """));
    uploads.rest();

    assertThat(Uploads.counts(done))
        .isEqualTo("2 read, 1 created, 0 updated, 0 skipped, 1 bad, done");
    assertThat(admin.get("/api/x-projects?q=shbw").column("name")).isEqualTo("三号泊位扩建");
  }

  @Test
  void keepsToTheRowsThatARoleMaySee() {
    var role = people.role();
    people.allow(role, "xProject", "own");
    var user = people.user(null);
    people.give(user, role);
    var other = people.api(user, "*");
    var foreign = admin.create("/api/x-projects", "{\"name\":\"foreign\"}");
    other.create("/api/x-projects", "{\"name\":\"own\"}");

    assertThat(other.get("/api/x-projects").column("name")).isEqualTo("own");
    assertThat(other.get("/api/x-projects/" + foreign).status()).isEqualTo(404);
    assertThat(other.get("/api/customers").status()).isEqualTo(404);
    assertThat(people.api(people.user(null), "*").get("/api/x-projects").status()).isEqualTo(404);
  }

  @Test
  void refersToEachOther() {
    make("Task force", "Task forces", false);
    var field =
        admin.post(
            OBJECTS + "/xTaskForce/fields",
            "{\"kind\":\"reference\",\"reference\":\"xProject\",\"labels\":"
                + "{\"zhCN\":\"项目\",\"en\":\"Project\"}}");
    var project = admin.create("/api/x-projects", "{\"name\":\"三号泊位扩建\"}");
    admin.create("/api/x-task-forces", "{\"name\":\"a\",\"xProject\":\"%s\"}".formatted(project));

    assertThat(field.status()).isEqualTo(201);
    assertThat(admin.get("/api/x-task-forces").body().at("/items/0/xProject/title").stringValue())
        .isEqualTo("三号泊位扩建");
    retire("xProject");
    assertThat(admin.get("/api/x-task-forces").column("xProject")).isEqualTo("-");
    assertThat(admin.send(HttpMethod.DELETE, OBJECTS + "/xProject", null, null).slug())
        .isEqualTo("still-needed");
    delete("xTaskForce");
  }

  @Test
  void isGoneAndComesBackEmpty() {
    admin.create("/api/x-projects", "{\"name\":\"三号泊位扩建\"}");

    assertThat(admin.send(HttpMethod.DELETE, OBJECTS + "/xProject", null, null).slug())
        .isEqualTo("not-retired");
    assertThat(admin.get(OBJECTS + "/xProject/uses").body().at("/items/0/count").intValue())
        .isEqualTo(1);
    delete("xProject");
    assertThat(admin.get("/api/x-projects").status()).isEqualTo(404);
    assertThat(admin.get("/api/search?q=shbw").column("object")).isEmpty();

    make("Project", "Projects", false);
    assertThat(admin.get("/api/x-projects").column("name")).isEmpty();
    assertThat(admin.get("/api/meta").body().toString()).doesNotContain("xBudget");
  }

  @Test
  void refusesWhatCannotBe() {
    assertThat(admin.post(OBJECTS, "{}").errors())
        .isEqualTo(
            "labels.zhCN:required labels.en:required pluralLabels.zhCN:required"
                + " pluralLabels.en:required");
    assertThat(admin.send(HttpMethod.PATCH, OBJECTS + "/customer", "{}", null).slug())
        .isEqualTo("built-in");
    assertThat(
            admin.send(HttpMethod.PATCH, OBJECTS + "/xProject", "{\"owned\":false}", null).errors())
        .isEqualTo("owned:readOnly");
    assertThat(people.inRole("sales").post(OBJECTS, "{}").status()).isEqualTo(403);
  }

  private void make(String one, String many, boolean owned) {
    var answer =
        admin.post(
            OBJECTS,
            """
            {"labels":{"zhCN":"项目","en":"%s"},"pluralLabels":{"zhCN":"项目","en":"%s"},
             "icon":"order","owned":%s}
            """
                .formatted(one, many, owned));
    assertThat(answer.status()).isEqualTo(201);
  }

  private void field(String kind, String english) {
    var answer =
        admin.post(
            OBJECTS + "/xProject/fields",
            "{%s,\"labels\":{\"zhCN\":\"字段\",\"en\":\"%s\"}}".formatted(kind, english));
    assertThat(answer.status()).isEqualTo(201);
  }

  private void retire(String object) {
    admin.send(HttpMethod.PATCH, OBJECTS + "/" + object, "{\"retired\":true}", null);
  }

  private void delete(String object) {
    retire(object);
    admin.send(HttpMethod.DELETE, OBJECTS + "/" + object, null, null);
  }
}
