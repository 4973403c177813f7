package org.kezhi.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.kezhi.transfer.Uploads;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.client.RestTestClient;

/// One migration and one short class, and a new kind of record is everywhere.
@AppTest
@Import(GiftType.class)
class NewObjectTypeTests {

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private Api admin;
  private String id;

  @BeforeEach
  void give() {
    admin = new People(db, tokens, client).administrator();
    var customer = admin.create("/api/customers", "{\"name\":\"宁波港口装备集团\"}");
    id =
        admin.create(
            "/api/gifts",
            "{\"name\":\"龙井茶叶\",\"worth\":\"88.5\",\"givenOn\":\"2026-09-10\",\"customer\":\""
                + customer
                + "\"}");
    admin.create("/api/gifts", "{\"name\":\"Silk scarf\"}");
  }

  @Test
  void listsAndFiltersIt() {
    var list =
        admin.list(
            "/api/gifts",
            "{\"field\":\"customer.name\",\"op\":\"contains\",\"value\":\"港口\"}",
            "&columns=name,worth,customer");

    assertThat(list.column("name")).isEqualTo("龙井茶叶");
    assertThat(list.body().get("items").get(0).get("worth").toString())
        .isEqualTo("{\"amount\":\"88.5\",\"currency\":\"CNY\"}");
  }

  @Test
  void showsItOnScreens() {
    var gift =
        admin
            .get("/api/meta")
            .body()
            .get("objects")
            .valueStream()
            .filter(object -> "gift".equals(object.get("name").stringValue()))
            .findFirst()
            .orElseThrow();

    assertThat(gift.get("label").stringValue()).isEqualTo("Gift");
    assertThat(gift.get("fields").findValuesAsString("name"))
        .contains("worth", "givenOn", "customer");
  }

  @Test
  void findsItByPinyin() {
    assertThat(admin.get("/api/search?q=ljcy").column("object")).isEqualTo("gift");
    assertThat(admin.get("/api/gifts?q=longjing").column("name")).isEqualTo("龙井茶叶");
  }

  @Test
  void importsIt() {
    var uploads = new Uploads(admin);

    var done =
        uploads.run(
            uploads.send(
                "gift",
                """
                名称,价值,customer
                碧螺春,120,宁波港口装备集团
                Tea pot,much,宁波港口装备集团
                """));
    uploads.rest();

    assertThat(Uploads.counts(done))
        .isEqualTo("2 read, 1 created, 0 updated, 0 skipped, 1 bad, done");
    assertThat(admin.get("/api/gifts?q=bilc").column("name")).isEqualTo("碧螺春");
  }

  @Test
  void describesItInTheContract() {
    var contract = admin.get("/api/openapi.json").body();

    assertThat(contract.path("paths").propertyNames())
        .contains("/api/gifts", "/api/gifts/{id}", "/api/gifts/query");
    assertThat(contract.path("components").path("schemas").propertyNames())
        .contains("Gift", "GiftDraft");
  }

  @Test
  void auditsIt() {
    admin.patch("/api/gifts/" + id, 1, "{\"worth\":\"99\"}");

    assertThat(admin.get("/api/gifts/" + id + "/history").column("action"))
        .isEqualTo("update,create");
  }
}
