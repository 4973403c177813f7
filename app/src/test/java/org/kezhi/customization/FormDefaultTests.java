package org.kezhi.customization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
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
import tools.jackson.databind.JsonNode;

/// What forms show before somebody types is what a new record gets by itself.
@AppTest
class FormDefaultTests {

  private static final String FIELDS = "/api/customization/objects/customer/fields";

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private People people;
  private Api admin;

  @BeforeEach
  void addFields() {
    people = new People(db, tokens, client);
    admin = people.administrator();
    field("Signed", "\"kind\":\"date\",\"defaultValue\":\"@today\"");
    field("Scout", "\"kind\":\"reference\",\"reference\":\"user\",\"defaultValue\":\"@me\"");
    field("Weight", "\"kind\":\"number\",\"decimals\":1,\"defaultValue\":\"2.5\"");
    field("Budget", "\"kind\":\"money\",\"defaultValue\":\"100\"");
    field("Vip", "\"kind\":\"yesNo\",\"defaultValue\":\"true\"");
    field("Note", "\"kind\":\"text\",\"defaultValue\":\"it's \\\"new\\\"\"");
  }

  @AfterEach
  void takeThemAway() {
    for (var field : admin.get(FIELDS).body().get("items")) {
      if (field.get("custom").booleanValue()) {
        var path = FIELDS + "/" + field.get("name").stringValue();
        admin.patch(path, 0, "{\"retired\":true}");
        admin.send(HttpMethod.DELETE, path, null, null);
      }
    }
  }

  @Test
  void tellsFormsWhatANewRecordWillHoldAndKeepsToIt() {
    var today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    assertThat(shown("xSigned").stringValue()).isEqualTo(today);
    assertThat(shown("xScout").get("id").stringValue()).isEqualTo(admin.user().toString());
    assertThat(shown("owner").get("id").stringValue()).isEqualTo(admin.user().toString());
    assertThat(shown("xWeight").decimalValue()).isEqualByComparingTo("2.5");
    assertThat(shown("xBudget").get("amount").stringValue()).isEqualTo("100");
    assertThat(shown("xVip").booleanValue()).isTrue();
    assertThat(shown("xNote").stringValue()).isEqualTo("it's \"new\"");
    assertThat(shown("kind").stringValue()).isEqualTo("company");
    assertThat(shown("city").isMissingNode()).isTrue();

    var id = admin.create("/api/customers", "{\"name\":\"A\"}");

    var made = admin.get("/api/customers/" + id).body();
    assertThat(made.get("xSigned").stringValue()).isEqualTo(today);
    assertThat(made.at("/xScout/id").stringValue()).isEqualTo(admin.user().toString());
    assertThat(made.get("xNote")).isEqualTo(shown("xNote"));
    assertThat(made.get("xVip")).isEqualTo(shown("xVip"));
    assertThat(made.get("kind")).isEqualTo(shown("kind"));
    assertThat(made.at("/xBudget/amount")).isEqualTo(shown("xBudget").get("amount"));
  }

  @Test
  void fillsThemForFilesTooAndLetsPeopleLeaveThemEmpty() {
    new Uploads(admin).run(new Uploads(admin).send("customer", "Name\nFrom a file\n"));
    var listed = admin.get("/api/customers?columns=name,xSigned,xScout").body().get("items");
    assertThat(listed.get(0).get("xSigned").isNull()).isFalse();
    assertThat(listed.get(0).at("/xScout/id").stringValue()).isEqualTo(admin.user().toString());

    var id = admin.create("/api/customers", "{\"name\":\"B\",\"xSigned\":null,\"xScout\":null}");
    var made = admin.get("/api/customers/" + id).body();
    assertThat(made.get("xSigned").isNull()).isTrue();
    assertThat(made.get("xScout").isNull()).isTrue();
  }

  @Test
  void followsADefaultThatChanges() {
    admin.patch(FIELDS + "/xWeight", 0, "{\"defaultValue\":\"7\"}");
    admin.patch(FIELDS + "/xSigned", 0, "{\"defaultValue\":\"2020-02-29\"}");

    assertThat(shown("xWeight").decimalValue()).isEqualByComparingTo("7");
    assertThat(shown("xSigned").stringValue()).isEqualTo("2020-02-29");
    var id = admin.create("/api/customers", "{\"name\":\"A\"}");
    assertThat(admin.get("/api/customers/" + id).body().get("xSigned").stringValue())
        .isEqualTo("2020-02-29");
  }

  @Test
  void refusesAMovingDefaultWhereItMakesNoSense() {
    var wrong = admin.patch(FIELDS + "/xWeight", 0, "{\"defaultValue\":\"@today\"}");
    assertThat(wrong.errors()).startsWith("defaultValue:");
    assertThat(admin.patch(FIELDS + "/xSigned", 0, "{\"defaultValue\":\"@me\"}").errors())
        .startsWith("defaultValue:");
  }

  @Test
  void showsNobodyWhatIsNotTheirsToFill() {
    var role = people.role();
    people.allow(role, "customer", "all");
    people.limit(role, "customer", "xNote", "readOnly");
    people.limit(role, "customer", "xWeight", "hidden");
    var user = people.user(null);
    people.give(user, role);
    var seller = people.api(user, "*");

    assertThat(shown(seller, "xNote").isMissingNode()).isTrue();
    assertThat(shown(seller, "xVip").booleanValue()).isTrue();
    assertThat(shown(seller, "xScout").get("id").stringValue()).isEqualTo(user.toString());
    var id = seller.create("/api/customers", "{\"name\":\"S\"}");
    assertThat(admin.get("/api/customers/" + id).body().at("/xScout/id").stringValue())
        .isEqualTo(user.toString());
  }

  private void field(String label, String more) {
    var labels = "{\"labels\":{\"zhCN\":\"" + label + "\",\"en\":\"" + label + "\"},";
    var answer = admin.post(FIELDS, labels + more + "}");
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
  }

  private JsonNode shown(String field) {
    return shown(admin, field);
  }

  private static JsonNode shown(Api somebody, String name) {
    for (var object : somebody.get("/api/meta").body().get("objects")) {
      for (var field : object.get("fields")) {
        if (object.get("name").stringValue().equals("customer")
            && field.get("name").stringValue().equals(name)) {
          return field.path("defaultValue");
        }
      }
    }
    throw new AssertionError(name);
  }
}
