package org.kezhi.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
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

/// What a company adds is in the warehouse as the program's own facts are.
@AppTest
class CustomRowsTests {

  private static final String OBJECTS = "/api/customization/objects";
  private static final String CUSTOMER = OBJECTS + "/customer/fields";

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;
  @Autowired Warehouse warehouse;
  @Autowired WarehouseFeed feed;
  @Autowired CustomMatches matches;

  private Api admin;

  @BeforeEach
  void begin() {
    admin = new People(db, tokens, client).administrator();
    refresh();
  }

  @AfterEach
  void takeAway() {
    for (var field : admin.get(CUSTOMER).body().get("items")) {
      if (field.get("custom").booleanValue()) {
        delete(CUSTOMER + "/" + field.get("name").stringValue());
      }
    }
    delete(OBJECTS + "/xBerth");
  }

  @Test
  void followsColumnsThatAreAddedChangedAndMadeAnew() {
    var before = admin.create("/api/customers", "{\"name\":\"A\"}");
    var number = column(field(CUSTOMER, "Grade", "\"kind\":\"number\",\"decimals\":2"));
    var many =
        column(
            field(
                CUSTOMER,
                "Tags",
                "\"kind\":\"choices\",\"choices\":[{\"labels\":{\"zhCN\":\"x\",\"en\":\"x\"}},"
                    + "{\"labels\":{\"zhCN\":\"y\",\"en\":\"y\"}}]"));
    refresh();
    assertThat(held("custom_customer", number)).containsExactly("null");

    admin.patch("/api/customers/" + before, 1, "{\"xGrade\":4.25,\"xTags\":[\"x\",\"y\"]}");
    admin.create("/api/customers", "{\"name\":\"B\",\"xGrade\":7}");
    assertThat(refresh()).isFalse();
    assertThat(held("custom_customer", number)).containsExactlyInAnyOrder("4.25", "7.00");
    assertThat(held("custom_customer", many)).containsExactlyInAnyOrder("x;y", "null");
    assertThat(matches.check().broken()).isZero();

    delete(CUSTOMER + "/xGrade");
    var date =
        column(field(CUSTOMER, "Grade", "\"kind\":\"date\",\"defaultValue\":\"2026-02-28\""));
    admin.create("/api/customers", "{\"name\":\"C\"}");
    refresh();
    assertThat(date).isNotEqualTo(number);
    assertThat(held("custom_customer", date)).contains("2026-02-28");
    assertThat(matches.check().broken()).isZero();
  }

  @Test
  void holdsObjectsOfTheCompany() {
    make();
    var cost = column(field(OBJECTS + "/xBerth/fields", "Cost", "\"kind\":\"money\""));
    var id = admin.create("/api/x-berths", "{\"name\":\"三号, \\\"北\\\"\",\"xCost\":\"5\"}");
    refresh();
    var table = "object_" + tableOf();
    assertThat(held(table, "name")).containsExactly("三号, \"北\"");
    assertThat(held(table, cost)).containsExactly("5.000000");

    admin.delete("/api/x-berths/" + id, 1);
    refresh();
    assertThat(held(table, "name")).isEmpty();
    assertThat(matches.check().broken()).isZero();

    delete(OBJECTS + "/xBerth");
    refresh();
    assertThat(tables()).doesNotContain(table);
  }

  @Test
  void findsWhatDiffers() {
    var grade = column(field(CUSTOMER, "Grade", "\"kind\":\"number\""));
    admin.create("/api/customers", "{\"name\":\"A\",\"xGrade\":1}");
    refresh();
    try (var session = warehouse.open()) {
      session.db().execute("update custom_customer set " + grade + " = 2");
    }

    var finding = matches.check();

    assertThat(finding.broken()).isEqualTo(1);
    assertThat(finding.examples().getFirst()).startsWith("customer ");
    try (var session = warehouse.open()) {
      feed.forget(session);
    }
    assertThat(matches.check().broken()).isZero();
  }

  private boolean refresh() {
    try (var session = warehouse.open()) {
      return feed.refresh(session);
    }
  }

  private List<String> held(String table, String column) {
    try (var session = warehouse.open()) {
      return session
          .db()
          .select(DSL.field(DSL.name(column)).cast(String.class))
          .from(DSL.table(DSL.name(table)))
          .fetch(row -> String.valueOf(row.value1()));
    }
  }

  private List<String> tables() {
    try (var session = warehouse.open()) {
      return session.db().fetch("select name from custom_shape").getValues(0, String.class);
    }
  }

  private String tableOf() {
    return db.fetchSingle("select table_name from custom_object where name = 'xBerth'")
        .get(0, String.class);
  }

  private String column(String field) {
    return db.fetchSingle(
            "select column_name from custom_field where name = {0}", DSL.inline(field))
        .get(0, String.class);
  }

  private String field(String path, String label, String what) {
    var labels = "\"labels\":{\"zhCN\":\"" + label + "\",\"en\":\"" + label + "\"}";
    var answer = admin.post(path, "{" + what + "," + labels + "}");
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    return answer.body().get("name").stringValue();
  }

  private void make() {
    var berth =
        """
        {"labels":{"zhCN":"泊位","en":"Berth"},"pluralLabels":{"zhCN":"泊位","en":"Berths"},
         "icon":"order","owned":true}
        """;
    assertThat(admin.post(OBJECTS, berth).status()).isEqualTo(201);
  }

  private void delete(String path) {
    admin.send(HttpMethod.PATCH, path, "{\"retired\":true}", null);
    admin.send(HttpMethod.DELETE, path, null, null);
  }
}
