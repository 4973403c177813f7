package org.kezhi.customization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a company calls things stands wherever the words of the program stood.
@AppTest
class RenamedLabelTests {

  private static final String CUSTOMER = "/api/customization/objects/customer";
  private static final String SCHOOLS =
      """
      {"labels":{"zhCN":"学校","en":"School"},"pluralLabels":{"zhCN":"学校","en":"Schools"}}
      """;
  private static final String HEAD =
      "{\"labels\":{\"zhCN\":\"学生人数 \\\"约\\\"\",\"en\":\"Pupils, 'about' {0}\"}}";

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private People people;
  private Api admin;

  @BeforeEach
  void rename() {
    people = new People(db, tokens, client);
    admin = people.administrator();
    assertThat(admin.put(CUSTOMER + "/labels", SCHOOLS).status()).isEqualTo(204);
    assertThat(admin.put(CUSTOMER + "/fields/headCount/labels", HEAD).status()).isEqualTo(204);
  }

  @AfterEach
  void backToTheOriginal() {
    for (var place : List.of("/labels", "/fields/headCount/labels")) {
      admin.send(HttpMethod.DELETE, CUSTOMER + place, null, null);
    }
  }

  @Test
  void callsThemSoInTheMetadataInBothLanguages() {
    assertThat(customer("zh-CN").get("label").stringValue()).isEqualTo("学校");
    assertThat(customer("en").get("pluralLabel").stringValue()).isEqualTo("Schools");
    assertThat(headCount(customer("zh-CN"))).isEqualTo("学生人数 \"约\"");
    assertThat(headCount(customer("en"))).isEqualTo("Pupils, 'about' {0}");
  }

  @Test
  void writesThemIntoTheHeadersOfExportsAndGuessesBothWhenTheyComeBack() {
    admin.create("/api/customers", "{\"name\":\"A\",\"headCount\":12}");
    var csv = ask("/api/customers/export?columns=name,headCount", "en");
    assertThat(csv).contains("\"Pupils, 'about' {0}\"");

    var uploads = new Uploads(admin);
    for (var header : List.of("学生人数约", "Pupils about 0", "Head count", "人数")) {
      var draft = uploads.send("customer", "Name," + header + "\nA,3\n");
      var mapping = draft.body().at("/settings/mapping");
      assertThat(mapping.path("headCount").asString()).isEqualTo(header);
    }
  }

  @Test
  void tellsWhatTheProgramCallsThemAndGoesBackToIt() {
    assertThat(design("headCount").at("/original/en").stringValue()).isEqualTo("Head count");
    assertThat(design("name").get("original").isNull()).isTrue();

    backToTheOriginal();

    assertThat(customer("en").get("label").stringValue()).isEqualTo("Customer");
    assertThat(headCount(customer("en"))).isEqualTo("Head count");
    assertThat(design("headCount").get("original").isNull()).isTrue();
  }

  @Test
  void isWrittenDownInTheJournal() {
    assertThat(
            db.fetchValue(
                "select count(*) from audit_entry where object = 'renamedLabel'"
                    + " and actor = {0}",
                admin.user()))
        .isEqualTo(2L);
  }

  @Test
  void refusesWhatIsNoNameAndWhatIsNotTheProgramsOwn() {
    var empty = "{\"labels\":{\"zhCN\":\" \",\"en\":\"A\\u0007B\"}}";
    assertThat(admin.put(CUSTOMER + "/fields/name/labels", empty).errors())
        .isEqualTo("labels.zhCN:required labels.en:badCharacter");
    var longest = HEAD.replace("Pupils", "P".repeat(61));
    assertThat(admin.put(CUSTOMER + "/fields/name/labels", longest).errors())
        .isEqualTo("labels.en:tooLong");
    assertThat(admin.put(CUSTOMER + "/fields/gone/labels", HEAD).status()).isEqualTo(404);
    assertThat(admin.put(CUSTOMER + "/labels", HEAD).errors())
        .isEqualTo("pluralLabels.zhCN:required pluralLabels.en:required");
    var seller = people.api(people.user(null), "*");
    assertThat(seller.put(CUSTOMER + "/labels", SCHOOLS).status()).isEqualTo(403);
  }

  private JsonNode customer(String language) {
    var meta = JsonMapper.shared().readTree(ask("/api/meta", language));
    for (var object : meta.get("objects")) {
      if ("customer".equals(object.get("name").stringValue())) {
        return object;
      }
    }
    throw new AssertionError();
  }

  private String ask(String path, String language) {
    return client
        .get()
        .uri(path)
        .header(HttpHeaders.AUTHORIZATION, "Bearer " + admin.token())
        .header(HttpHeaders.ACCEPT_LANGUAGE, language)
        .exchange()
        .expectBody(String.class)
        .returnResult()
        .getResponseBody();
  }

  private static String headCount(JsonNode customer) {
    for (var field : customer.get("fields")) {
      if ("headCount".equals(field.get("name").stringValue())) {
        return field.get("label").stringValue();
      }
    }
    throw new AssertionError();
  }

  private JsonNode design(String name) {
    for (var field : admin.get(CUSTOMER + "/fields").body().get("items")) {
      if (name.equals(field.get("name").stringValue())) {
        return field;
      }
    }
    throw new AssertionError(name);
  }
}
