package org.kezhi.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.CONTACT;
import static org.kezhi.db.Tables.CUSTOMER;
import static org.kezhi.db.Tables.SALES_ORDER;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.CompanyData;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/// Records become one with everything that refers to them, and become several again.
@AppTest
class MergeTests {

  private static final String OBJECTS = "/api/customization/objects";

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private People people;
  private Api admin;
  private String stays;
  private String goes;
  private String goesToo;

  @BeforeEach
  void haveDuplicates() {
    people = new People(db, tokens, client);
    admin = people.administrator();
    stays = customer("{\"name\":\"宁波港口装备集团\",\"city\":\"宁波\"}");
    goes =
        customer(
            "{\"name\":\"宁波港口装备\",\"code\":\"NB-2\",\"phone\":\"+8657487654321\",\"parent\":\"%s\"}"
                .formatted(stays));
    goesToo = customer("{\"name\":\"NB Port\",\"city\":\"Ningbo\"}");
    for (var customer : List.of(stays, goes, goesToo)) {
      admin.create("/api/contacts", "{\"name\":\"李雷\",\"customer\":\"%s\"}".formatted(customer));
      var order = new CompanyData(db).order(UUID.fromString(customer), "2026-01-02T03:04:05Z");
      new CompanyData(db).line(order, "2", "20");
      admin.create(
          "/api/activities",
          "{\"kind\":\"call\",\"subject\":\"s\",\"customer\":\"%s\"}".formatted(customer));
      customer("{\"name\":\"branch\",\"parent\":\"%s\"}".formatted(customer));
      figures(customer, "2026-09-30");
    }
    figures(goes, "2026-08-31");
    var deleted =
        admin.create("/api/contacts", "{\"name\":\"left\",\"customer\":\"%s\"}".formatted(goes));
    admin.delete("/api/contacts/" + deleted, 1);
  }

  @AfterEach
  void takeAllAway() {
    for (var object : admin.get(OBJECTS).body().get("items")) {
      if (object.get("custom").booleanValue()) {
        var path = OBJECTS + "/" + object.get("name").stringValue();
        admin.send(HttpMethod.PATCH, path, "{\"retired\":true}", null);
        admin.send(HttpMethod.DELETE, path, null, null);
      }
    }
  }

  @Test
  void movesEverythingAndGivesItBack() {
    haveProjects();
    var before = Links.to(db, "customer");
    var all = List.of(UUID.fromString(stays), UUID.fromString(goes), UUID.fromString(goesToo));

    var done = merge("");

    assertThat(done.status()).isEqualTo(201);
    var after = Links.to(db, "customer");
    var staying = done.body().get("staying").longValue();
    // the reference of one merged record to the other is a value of the merged record
    assertThat(Links.count(after, all.subList(1, 3))).isEqualTo(staying);
    assertThat(Links.count(after, all)).isEqualTo(Links.count(before, all));
    assertThat(moved(done.body())).isEqualTo("activity 2 contact 2 customer 2 order 2 xProject 2");
    assertThat(staying).as("figures of both and a unique project").isEqualTo(6);
    assertThat(admin.get("/api/x-projects?columns=xMembers").body().at("/items/2/xMembers/0/id"))
        .isEqualTo(admin.get("/api/customers/" + stays).body().get("id"));
    assertThat(broken()).isEmpty();

    var undone = undo(done);

    assertThat(undone.status()).isEqualTo(200);
    assertThat(undone.body().get("kept").longValue()).isZero();
    assertThat(Links.to(db, "customer")).isEqualTo(before);
    assertThat(broken()).isEmpty();
  }

  @Test
  void keepsWhatThePreviewHasPromised() {
    var choices = ",\"values\":{\"name\":\"%s\",\"city\":\"%s\"}".formatted(goes, goesToo);
    var preview = admin.post("/api/customers/merges/preview", order(1, choices)).body();

    var done = merge(choices);

    var record = admin.get("/api/customers/" + stays).body();
    for (var field : preview.get("result").propertyNames()) {
      assertThat(record.get(field)).as(field).isEqualTo(preview.get("result").get(field));
    }
    assertThat(record.get("name").stringValue()).isEqualTo("宁波港口装备");
    assertThat(record.get("city").stringValue()).isEqualTo("Ningbo");
    assertThat(record.get("phone").stringValue()).isEqualTo("+8657487654321");
    assertThat(record.get("parent").isNull()).as("nothing stands above itself").isTrue();
    assertThat(done.body().get("moves")).isEqualTo(preview.get("moves"));
    assertThat(done.body().get("others")).isEqualTo(preview.get("others"));
    assertThat(admin.get("/api/customers?q=NB%20Port").column("name")).isEmpty();
  }

  @Test
  void takesOverAValueThatMayBeThereOnce() {
    var done = merge(",\"values\":{\"code\":\"%s\"}".formatted(goes));

    assertThat(done.status()).isEqualTo(201);
    assertThat(code(stays)).isEqualTo("NB-2");
    undo(done);
    assertThat(code(stays)).startsWith("C");
    assertThat(code(goes)).isEqualTo("NB-2");
  }

  @Test
  void leadsFromOldLinksToTheRecordThatStays() {
    var done = merge("");

    var gone = admin.get("/api/customers/" + goes);
    assertThat(gone.status()).isEqualTo(410);
    assertThat(gone.slug()).isEqualTo("merged");
    assertThat(gone.body().at("/mergedInto/id").stringValue()).isEqualTo(stays);
    assertThat(
            admin.get("/api/customers/trash").body().at("/items/0/mergedInto/title").stringValue())
        .isEqualTo("宁波港口装备集团");
    assertThat(admin.get("/api/customers/" + stays + "/merges").column("state")).isEqualTo("done");
    undo(done);
    assertThat(admin.get("/api/customers/" + goes).status()).isEqualTo(200);
    assertThat(undo(done).slug()).isEqualTo("merge-undone");
  }

  @Test
  void leavesWhatSomebodyHasChangedSince() {
    var done = merge("");
    var contact =
        db.select(CONTACT.ID, CONTACT.VERSION)
            .from(CONTACT)
            .where(CONTACT.CUSTOMER_ID.eq(UUID.fromString(stays)))
            .and(CONTACT.VERSION.gt(1L))
            .and(CONTACT.DELETED_AT.isNull())
            .limit(1)
            .fetchSingle();
    var other = customer("{\"name\":\"other\"}");
    admin.patch(
        "/api/contacts/" + contact.value1(),
        contact.value2(),
        "{\"customer\":\"%s\"}".formatted(other));
    admin.patch("/api/customers/" + stays, 2, "{\"phone\":\"+8657400000000\"}");

    var undone = undo(done).body();

    assertThat(undone.get("kept").longValue()).isEqualTo(1);
    assertThat(undone.at("/examples/0/title").stringValue()).isEqualTo("李雷");
    assertThat(undone.get("keptFields").toString()).isEqualTo("[\"phone\"]");
    assertThat(admin.get("/api/customers/" + stays).body().get("phone").stringValue())
        .isEqualTo("+8657400000000");
    assertThat(broken()).isEmpty();
  }

  @Test
  void changesNothingWhenSomebodyElseHasWritten() {
    admin.patch("/api/customers/" + goes, 1, "{\"city\":\"Shanghai\"}");

    var refused = merge("");

    assertThat(refused.status()).isEqualTo(412);
    assertThat(refused.body().at("/current/city").stringValue()).isEqualTo("Shanghai");
    assertThat(db.fetchCount(SALES_ORDER, SALES_ORDER.CUSTOMER_ID.eq(UUID.fromString(stays))))
        .isEqualTo(1);
    var unseen = order(1, "").replace(",\"version\":1", "");
    assertThat(admin.post("/api/customers/merges", unseen).status()).isEqualTo(428);
  }

  @Test
  void mergesOnceHoweverManyWantTo() throws Exception {
    try (var pool = Executors.newFixedThreadPool(6)) {
      var answers = new ArrayList<Future<Integer>>();
      for (var i = 0; i < 3; i++) {
        answers.add(pool.submit(() -> merge("").status()));
        answers.add(
            pool.submit(() ->
                admin
                    .post("/api/contacts", "{\"name\":\"new\",\"customer\":\"%s\"}".formatted(goes))
                    .status()));
      }
      var merged = 0;
      for (var i = 0; i < answers.size(); i += 2) {
        merged += answers.get(i).get() == 201 ? 1 : 0;
        assertThat(answers.get(i).get()).isIn(201, 404);
        assertThat(answers.get(i + 1).get()).isIn(201, 400);
      }
      assertThat(merged).isEqualTo(1);
    }
    assertThat(db.fetchCount(CONTACT, CONTACT.CUSTOMER_ID.eq(UUID.fromString(goes)))).isZero();
    assertThat(broken()).isEmpty();
  }

  @Test
  void undoesTheLaterMergeFirst() {
    var first = merge("");
    var last = customer("{\"name\":\"last\"}");
    var version = admin.get("/api/customers/" + stays).body().get("version").longValue();
    var second =
        admin.post(
            "/api/customers/merges",
            "{\"survivor\":\"%1$s\",\"records\":[{\"id\":\"%1$s\",\"version\":1},{\"id\":\"%2$s\",\"version\":%3$d}]}"
                .formatted(last, stays, version));

    assertThat(second.status()).isEqualTo(201);
    assertThat(admin.get("/api/customers/" + goes).body().at("/mergedInto/id").stringValue())
        .isEqualTo(last);
    assertThat(undo(first).slug()).isEqualTo("merged-again");
    assertThat(undo(second).status()).isEqualTo(200);
    assertThat(undo(first).status()).isEqualTo(200);
    assertThat(broken()).isEmpty();
  }

  @Test
  void isForThoseWhoMayChangeAllAndDeleteTheOthers() {
    var role = people.role();
    people.allow(role, "customer", "all", "none");
    var reader = people.user(null);
    people.give(reader, role);

    assertThat(people.api(reader, "*").post("/api/customers/merges", order(1, "")).status())
        .isEqualTo(403);
    assertThat(
            people
                .api(people.user(null), "*")
                .post("/api/customers/merges/preview", order(1, ""))
                .status())
        .isEqualTo(404);
    assertThat(
            admin
                .post(
                    "/api/users/merges/preview",
                    "{\"survivor\":\"%1$s\",\"records\":[{\"id\":\"%1$s\"},{\"id\":\"%2$s\"}]}"
                        .formatted(admin.user(), reader))
                .slug())
        .isEqualTo("not-mergeable");
    assertThat(
            admin
                .post("/api/customers/merges", order(1, ",\"values\":{\"nix\":\"" + goes + "\"}"))
                .errors())
        .isEqualTo("nix:unknownField");
    var done = merge("");
    assertThat(
            people
                .api(reader, "*")
                .post("/api/merges/" + done.body().at("/merge/id").stringValue() + "/undo", "{}")
                .status())
        .isEqualTo(403);
  }

  @Test
  void mergesOrdersWithTheirLines() {
    var orders =
        db.select(SALES_ORDER.ID).from(SALES_ORDER).orderBy(SALES_ORDER.ID).fetch(SALES_ORDER.ID);
    var done =
        admin.post(
            "/api/orders/merges",
            "{\"survivor\":\"%1$s\",\"records\":[{\"id\":\"%1$s\",\"version\":1},{\"id\":\"%2$s\",\"version\":1}]}"
                .formatted(orders.get(0), orders.get(1)));

    var order = admin.get("/api/orders/" + orders.get(0)).body();
    assertThat(order.at("/amount/amount").stringValue()).isEqualTo("40");
    assertThat(order.get("lineCount").intValue()).isEqualTo(2);
    undo(done);
    assertThat(admin.get("/api/orders/" + orders.get(1)).body().at("/amount/amount").stringValue())
        .isEqualTo("20");
  }

  private Api.Answer merge(String choices) {
    return admin.post("/api/customers/merges", order(1, choices));
  }

  private Api.Answer undo(Api.Answer done) {
    return admin.post("/api/merges/" + done.body().at("/merge/id").stringValue() + "/undo", "{}");
  }

  private String order(long version, String choices) {
    return """
    {"survivor":"%1$s","records":[{"id":"%1$s","version":%4$d},{"id":"%2$s","version":%4$d},
     {"id":"%3$s","version":%4$d}]%5$s}
    """
        .formatted(stays, goes, goesToo, version, choices);
  }

  /// Each customer has a project, and none may have two of the last kind.
  private void haveProjects() {
    admin.post(
        OBJECTS,
        """
        {"labels":{"zhCN":"项目","en":"Project"},"pluralLabels":{"zhCN":"项目","en":"Projects"},
         "icon":"order","owned":true}
        """);
    for (var field : List.of("Buyer", "Only")) {
      admin.post(
          OBJECTS + "/xProject/fields",
          """
          {"kind":"reference","reference":"customer","unique":%s,
           "labels":{"zhCN":"客户","en":"%s"}}
          """
              .formatted(field.equals("Only"), field));
    }
    admin.post(
        OBJECTS + "/xProject/fields",
        """
        {"kind":"references","reference":"customer","labels":{"zhCN":"成员","en":"Members"}}
        """);
    for (var customer : List.of(stays, goes, goesToo)) {
      admin.create(
          "/api/x-projects",
          "{\"name\":\"p\",\"xBuyer\":\"%1$s\",\"xOnly\":\"%1$s\",\"xMembers\":[\"%1$s\"]}"
              .formatted(customer));
    }
  }

  private void figures(String customer, String month) {
    db.execute(
        """
        insert into customer_value_history
        select {0}::uuid, {1}::date, {1}::date, 'top', 'top', 1, 1, 1, 1, 1, 1, 'none', 'none',
          'none', 'none', 'growth'
        """,
        DSL.val(customer), DSL.val(month));
  }

  private String customer(String body) {
    return admin.create("/api/customers", body);
  }

  private String code(String id) {
    return db.select(CUSTOMER.CODE)
        .from(CUSTOMER)
        .where(CUSTOMER.ID.eq(UUID.fromString(id)))
        .fetchSingle(CUSTOMER.CODE);
  }

  private static String moved(JsonNode done) {
    var text = new StringBuilder();
    done.get("moves")
        .valueStream()
        .map(move -> move.get("object").stringValue() + " " + move.get("count").longValue())
        .distinct()
        .sorted()
        .forEach(move -> text.append(text.isEmpty() ? "" : " ").append(move));
    return text.toString();
  }

  /// People whom tests make have no entry in the search.
  private List<String> broken() {
    return admin
        .get("/api/checks")
        .body()
        .get("items")
        .valueStream()
        .filter(check -> !"searchEntries".equals(check.get("name").stringValue()))
        .filter(check -> check.get("broken").longValue() > 0)
        .map(Object::toString)
        .toList();
  }
}
