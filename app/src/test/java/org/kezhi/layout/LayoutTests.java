package org.kezhi.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.RECORD_LAYOUT;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@AppTest
class LayoutTests {

  private static final String PATH = "/api/layouts/customer";
  private static final String STATE =
      """
      {"sections":[
         {"id":"reach","labels":{"zhCN":"怎么找到","en":"How to reach"},"columns":1,
          "fields":["phone","name"],"when":%s},
         {"id":"base","labels":null,"columns":2,"fields":["code"],"when":null}],
       "hidden":["website"],"conditions":{},"tabs":["history"],"hiddenTabs":["files"],
       "cards":["order.customer"],"hiddenCards":["contact.customer"]}
      """;
  private static final String COMPANY = "{\"field\":\"kind\",\"op\":\"eq\",\"value\":\"company\"}";

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private People people;
  private Api admin;
  private UUID role;
  private Api seller;

  @BeforeEach
  void build() {
    people = new People(db, tokens, client);
    admin = people.administrator();
    role = people.role();
    people.allow(role, "customer", "all");
    people.allow(role, "contact", "all");
    var user = people.user(null);
    people.give(user, role);
    seller = people.api(user, "*");
  }

  @Test
  void arrangesPagesAndFormsForEverybody() {
    assertThat(keep("", 0, STATE.formatted("null")).status()).isEqualTo(200);

    var customer = meta(seller);
    assertThat(customer.at("/sections/0/label").stringValue()).isEqualTo("How to reach");
    assertThat(customer.at("/sections/0/fields").toString()).isEqualTo("[\"phone\",\"name\"]");
    assertThat(customer.at("/sections/0/columns").intValue()).isEqualTo(1);
    assertThat(customer.at("/sections/1/label").stringValue()).isNotEmpty();
    assertThat(customer.at("/layout/hidden/0").stringValue()).isEqualTo("website");
    assertThat(customer.at("/layout/hiddenCards/0").stringValue()).isEqualTo("contact.customer");
    assertThat(customer.at("/layout/hiddenTabs/0").stringValue()).isEqualTo("files");
    assertThat(meta(seller, "contact").get("layout").isNull()).isTrue();
  }

  @Test
  void arrangesThemOtherwiseForARole() {
    keep("", 0, STATE.formatted("null"));
    var own = STATE.formatted("null").replace("How to reach", "For sellers");

    var kept = keep("?role=" + role, 0, own);

    assertThat(kept.body().get("version").longValue()).isEqualTo(1);
    assertThat(meta(seller).at("/sections/0/label").stringValue()).isEqualTo("For sellers");
    assertThat(meta(admin).at("/sections/0/label").stringValue()).isEqualTo("How to reach");
    var reset = admin.send(HttpMethod.DELETE, PATH + "?role=" + role, null, "\"1\"");
    assertThat(reset.status()).isEqualTo(204);
    assertThat(meta(seller).at("/sections/0/label").stringValue()).isEqualTo("How to reach");
  }

  @Test
  void showsSectionsOnlyOnRecordsForWhichTheirConditionHolds() {
    keep("", 0, STATE.formatted(COMPANY));
    var company = seller.create("/api/customers", "{\"name\":\"A\",\"kind\":\"company\"}");
    var person = seller.create("/api/customers", "{\"name\":\"B\",\"kind\":\"person\"}");

    assertThat(meta(seller).at("/sections/0/conditional").booleanValue()).isTrue();
    assertThat(absent(seller, company)).isEqualTo("[]");
    assertThat(absent(seller, person)).isEqualTo("[\"reach\"]");
  }

  @Test
  void showsFieldsOnlyWhereTheirConditionHoldsAlsoWhileSomebodyTypes() {
    keep(
        "",
        0,
        fieldWhen(
            "website",
            "{\"and\":[%s,{\"field\":\"parent.city\",\"op\":\"eq\",\"value\":\"宁波\"}]}"));
    var parent =
        seller.create("/api/customers", "{\"name\":\"P\",\"kind\":\"company\",\"city\":\"宁波\"}");
    var person = seller.create("/api/customers", "{\"name\":\"B\",\"kind\":\"person\"}");

    var layout = meta(seller).get("layout");
    assertThat(layout.get("conditional").toString()).isEqualTo("[\"website\"]");
    assertThat(layout.get("watched").toString()).isEqualTo("[\"kind\",\"parent\"]");
    assertThat(hidden(typed(null, "{}"))).isEqualTo("[\"website\"]");
    assertThat(hidden(typed(person, "{}"))).isEqualTo("[\"website\"]");
    var reference = "{\"id\":\"" + parent + "\"}";
    assertThat(hidden(typed(person, "{\"parent\":" + reference + "}"))).isEqualTo("[\"website\"]");
    var both = "{\"kind\":\"company\",\"parent\":" + reference + "}";
    assertThat(hidden(typed(person, both))).isEqualTo("[]");
    assertThat(hidden(typed(null, both))).isEqualTo("[]");
    assertThat(hidden(typed(null, "{\"kind\":\"comp\",\"parent\":\"half\"}")))
        .isEqualTo("[\"website\"]");
  }

  /// The statement of a list and the one over a typed row are asked the same, for every kind of
  /// comparison; they must not differ.
  @Test
  void answersForTypedRecordsWhatListsAnswerForStoredOnes() {
    var tests =
        List.of(
            "{\"field\":\"name\",\"op\":\"contains\",\"value\":\"É\"}",
            "{\"field\":\"name\",\"op\":\"notContains\",\"value\":\"b\"}",
            "{\"field\":\"city\",\"op\":\"empty\"}",
            "{\"not\":{\"field\":\"city\",\"op\":\"startsWith\",\"value\":\"宁\"}}",
            "{\"field\":\"city\",\"op\":\"notIn\",\"value\":[\"杭州\"]}",
            "{\"field\":\"kind\",\"op\":\"in\",\"value\":[\"person\",\"company\"]}",
            "{\"field\":\"createdAt\",\"op\":\"notEmpty\"}",
            "{\"field\":\"headCount\",\"op\":\"between\",\"value\":[5,50]}",
            "{\"field\":\"headCount\",\"op\":\"gt\",\"value\":12}",
            "{\"field\":\"anniversary\",\"op\":\"le\",\"value\":\"2020-02-29\"}",
            "{\"or\":[" + COMPANY + ",{\"field\":\"owner\",\"op\":\"in\",\"value\":[\"@me\"]}]}");
    for (var values :
        List.of(
            "{\"name\":\"Café\",\"kind\":\"company\",\"city\":\"宁波\",\"headCount\":7}",
            "{\"name\":\"b\",\"kind\":\"person\",\"anniversary\":\"2020-02-29\"}",
            "{\"name\":\"杭\",\"kind\":\"company\",\"city\":\"杭州\",\"headCount\":70}")) {
      var stored = seller.create("/api/customers", values);
      for (var test : tests) {
        keep("", version(), fieldWhen("website", test));
        var matches =
            count(
                "{\"and\":[{\"field\":\"id\",\"op\":\"in\",\"value\":[\""
                    + stored
                    + "\"]},"
                    + test
                    + "]}");
        assertThat(hidden(typed(stored, "{}")))
            .as(test)
            .isEqualTo(matches > 0 ? "[]" : "[\"website\"]");
        if (!test.contains("createdAt") && !test.contains("@me")) {
          assertThat(hidden(typed(null, values)))
              .as(test)
              .isEqualTo(matches > 0 ? "[]" : "[\"website\"]");
        }
      }
    }
  }

  @Test
  void tellsNothingByConditionsOnHiddenFields() {
    keep("", 0, STATE.formatted(COMPANY));
    people.limit(role, "customer", "kind", "hidden");
    var person = admin.create("/api/customers", "{\"name\":\"B\",\"kind\":\"person\"}");

    assertThat(absent(seller, person)).isEqualTo("[]");
    assertThat(absent(admin, person)).isEqualTo("[\"reach\"]");
  }

  @Test
  void refusesWhatIsNoLayout() {
    assertThat(keep("", 0, STATE.formatted("null").replace("\"website\"", "\"name\"")).errors())
        .isEqualTo("name:required");
    assertThat(keep("", 0, STATE.formatted("null").replace("\"phone\"", "\"code\"")).errors())
        .isEqualTo("code:taken");
    assertThat(keep("", 0, STATE.formatted("null").replace("\"phone\"", "\"gone\"")).errors())
        .isEqualTo("gone:unknownField");
    assertThat(keep("", 0, STATE.formatted("{\"field\":\"gone\",\"op\":\"empty\"}")).errors())
        .isEqualTo("gone:unknownField");
    assertThat(keep("?role=" + UUID.randomUUID(), 0, STATE.formatted("null")).status())
        .isEqualTo(404);
    assertThat(keep("", 0, fieldWhen("name", COMPANY)).errors()).isEqualTo("name:required");
    assertThat(keep("", 0, fieldWhen("gone", COMPANY)).errors()).isEqualTo("gone:unknownField");
    var noTab =
        STATE
            .formatted("null")
            .replace("[\"files\"]", "[\"timeline\",\"network\",\"files\",\"history\"]");
    assertThat(keep("", 0, noTab).errors()).isEqualTo("tabs:required");
    assertThat(db.fetchCount(RECORD_LAYOUT)).isZero();
  }

  @Test
  void keepsWritersApart() {
    keep("", 0, STATE.formatted("null"));

    assertThat(keep("", 0, STATE.formatted("null")).status()).isEqualTo(412);
    assertThat(keep("", 1, STATE.formatted("null")).status()).isEqualTo(200);
    assertThat(keep("", 1, STATE.formatted("null")).slug()).isEqualTo("layout-changed");
  }

  @Test
  void isForThoseWhoAdministerSettings() {
    assertThat(seller.get(PATH).status()).isEqualTo(403);
    assertThat(seller.send(HttpMethod.PUT, PATH, STATE.formatted("null"), "\"0\"").status())
        .isEqualTo(403);
  }

  @Test
  void tellsWhatARoleSees() {
    people.limit(role, "customer", "phone", "hidden");
    people.limit(role, "customer", "code", "readOnly");

    var sight = admin.get(PATH + "?role=" + role).body().get("sight");

    assertThat(sight.get("hiddenFields").toString()).contains("\"phone\"").doesNotContain("code");
    assertThat(sight.get("readOnlyFields").toString()).contains("\"code\"").doesNotContain("name");
    assertThat(sight.get("hiddenCards").toString())
        .contains("order.customer")
        .doesNotContain("contact.customer");
  }

  @Test
  void forgetsFieldsThatAreDeleted() {
    keep("", 0, fieldWhen("phone", COMPANY));
    LayoutRepository.forget(db, "customer", "kind");
    assertThat(admin.get(PATH).body().at("/state/conditions").size()).isZero();
    keep("", 1, STATE.formatted(COMPANY));

    LayoutRepository.forget(db, "customer", "phone");
    LayoutRepository.forget(db, "customer", "website");
    LayoutRepository.forget(db, "customer", "kind");

    var state = admin.get(PATH).body().get("state");
    assertThat(state.at("/sections/0/fields").toString()).isEqualTo("[\"name\"]");
    assertThat(state.at("/sections/0/when").isNull()).isTrue();
    assertThat(state.at("/sections/1/fields/0").stringValue()).isEqualTo("code");
    assertThat(state.get("hidden").size()).isZero();
  }

  private Api.Answer keep(String role, long seen, String state) {
    return admin.send(HttpMethod.PUT, PATH + role, state, "\"" + seen + "\"");
  }

  private static String absent(Api somebody, String customer) {
    var answer = somebody.post(PATH + "/hidden-parts", typed(customer, "{}"));
    return answer.body().get("sections").toString();
  }

  private String hidden(String typed) {
    return seller.post(PATH + "/hidden-parts", typed).body().get("fields").toString();
  }

  private static String typed(@Nullable String id, String values) {
    return "{\"id\":" + (id == null ? "null" : "\"" + id + "\"") + ",\"values\":" + values + "}";
  }

  private static String fieldWhen(String field, String condition) {
    var conditions = "\"conditions\":{\"" + field + "\":" + condition.formatted(COMPANY) + "}";
    return STATE.formatted("null").replace("\"conditions\":{}", conditions);
  }

  private long version() {
    return admin.get(PATH).body().get("version").longValue();
  }

  private int count(String filter) {
    var answer = seller.post("/api/customers/query", "{\"filter\":" + filter + ",\"limit\":1}");
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body().get("items").size();
  }

  private static JsonNode meta(Api somebody) {
    return meta(somebody, "customer");
  }

  private static JsonNode meta(Api somebody, String object) {
    for (var found : somebody.get("/api/meta").body().get("objects")) {
      if (found.get("name").stringValue().equals(object)) {
        return found;
      }
    }
    throw new AssertionError(object);
  }
}
