package org.kezhi.customization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
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
import tools.jackson.databind.JsonNode;

/// A field that somebody adds behaves like one that came with the program.
@AppTest
class CustomFieldTests {

  private static final String FIELDS = "/api/customization/objects/customer/fields";

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;
  @Autowired DataSource database;

  private People people;
  private Api admin;

  @BeforeEach
  void begin() {
    people = new People(db, tokens, client);
    admin = people.administrator();
  }

  @AfterEach
  void takeAllAway() {
    for (var field : admin.get(FIELDS).body().get("items")) {
      if (field.get("custom").booleanValue()) {
        delete(field.get("name").stringValue());
      }
    }
  }

  @Test
  void keepsEveryKindOfValue() {
    add("\"kind\":\"text\"", "Registration", "");
    add("\"kind\":\"number\",\"decimals\":2", "Floor area", "");
    add("\"kind\":\"money\"", "Credit limit", "");
    add("\"kind\":\"percent\"", "Share", "");
    add("\"kind\":\"date\"", "Contract end", "");
    add("\"kind\":\"instant\"", "Checked at", "");
    add("\"kind\":\"yesNo\"", "Listed", "");
    add("\"kind\":\"phone\"", "Hotline", "");
    add("\"kind\":\"reference\",\"reference\":\"product\"", "Main product", "");
    add("\"kind\":\"choice\"", "Grade", ",\"choices\":[%s,%s]".formatted(choice("A"), choice("B")));
    var product = admin.create("/api/products", "{\"code\":\"P-7\",\"name\":\"龙门吊\"}");

    var id =
        admin.create(
            "/api/customers",
            """
            {"name":"宁波港口装备集团","xRegistration":"R'1\\";--","xFloorArea":"1234.50",
             "xCreditLimit":"100000","xShare":"0.25","xContractEnd":"2027-03-31",
             "xCheckedAt":"2026-11-02T08:00:00Z","xListed":true,"xHotline":"0574 8765 4321",
             "xMainProduct":"%s","xGrade":"a"}
            """
                .formatted(product));

    var read = admin.get("/api/customers/" + id).body();
    assertThat(read.get("xRegistration").stringValue()).isEqualTo("R'1\";--");
    assertThat(read.get("xFloorArea").decimalValue()).isEqualByComparingTo("1234.5");
    assertThat(read.get("xCreditLimit").get("amount").stringValue()).isEqualTo("100000");
    assertThat(read.get("xContractEnd").stringValue()).isEqualTo("2027-03-31");
    assertThat(read.get("xCheckedAt").stringValue()).isEqualTo("2026-11-02T08:00:00Z");
    assertThat(read.get("xListed").booleanValue()).isTrue();
    assertThat(read.get("xHotline").stringValue()).isEqualTo("+8657487654321");
    assertThat(read.get("xMainProduct").get("title").stringValue()).isEqualTo("龙门吊");
    assertThat(read.get("xGrade").stringValue()).isEqualTo("a");
  }

  @Test
  void filtersSortsAndGroupsByIt() {
    add("\"kind\":\"number\"", "Rank", "");
    admin.create("/api/customers", "{\"name\":\"one\",\"xRank\":1}");
    admin.create("/api/customers", "{\"name\":\"three\",\"xRank\":3}");
    admin.create("/api/customers", "{\"name\":\"two\",\"xRank\":2}");
    admin.create("/api/customers", "{\"name\":\"none\"}");

    var sorted = admin.get("/api/customers?sort=-xRank&limit=2&columns=name,xRank");
    var next =
        admin.get(
            "/api/customers?sort=-xRank&columns=name&cursor="
                + sorted.body().get("nextCursor").stringValue());
    var filtered =
        admin.list(
            "/api/customers", "{\"field\":\"xRank\",\"op\":\"ge\",\"value\":2}", "&sort=name");
    var groups =
        admin.post("/api/customers/groups", "{\"by\":[\"kind\"],\"measures\":[\"sum:xRank\"]}");

    assertThat(sorted.column("name")).isEqualTo("three,two");
    assertThat(next.column("name")).isEqualTo("one,none");
    assertThat(filtered.column("name")).isEqualTo("three,two");
    assertThat(groups.body().at("/groups/0/measures/sum:xRank").intValue()).isEqualTo(6);
  }

  @Test
  void showsOnScreensInTheContractAndInTheJournal() {
    add(
        "\"kind\":\"choice\"",
        "Mood",
        ",\"choices\":[%s,%s]".formatted(choice("Good"), choice("Bad")));
    var id = admin.create("/api/customers", "{\"name\":\"a\",\"xMood\":\"good\"}");
    admin.patch("/api/customers/" + id, 1, "{\"xMood\":\"bad\"}");

    var changed = admin.get("/api/customers/" + id + "/history").body().get("items").get(0);
    var contract = admin.get("/api/openapi.json").body();

    assertThat(meta("xMood").get("label").stringValue()).isEqualTo("Mood");
    assertThat(meta("xMood").get("options").get(0).get("color").stringValue()).isEqualTo("brand");
    assertThat(changed.toString()).contains("Mood", "Good", "Bad");
    assertThat(contract.at("/components/schemas/Customer/properties").propertyNames())
        .contains("xMood");
  }

  @Test
  void asksForWhatIsRequiredAndFillsInDefaults() {
    add("\"kind\":\"text\"", "Needed", ",\"required\":true");
    add("\"kind\":\"number\"", "Usual", ",\"required\":true,\"defaultValue\":\"7\"");

    var refused = admin.post("/api/customers", "{\"name\":\"a\"}");
    var id = admin.create("/api/customers", "{\"name\":\"a\",\"xNeeded\":\"b\"}");

    assertThat(refused.errors()).isEqualTo("xNeeded:required");
    assertThat(meta("xNeeded").get("required").booleanValue()).isTrue();
    assertThat(meta("xUsual").get("required").booleanValue()).isFalse();
    assertThat(admin.get("/api/customers/" + id).body().get("xUsual").intValue()).isEqualTo(7);
  }

  @Test
  void keepsValuesApartWhereTheyMustBe() {
    add("\"kind\":\"text\"", "Tax number", "");
    admin.create("/api/customers", "{\"name\":\"a\",\"xTaxNumber\":\"91330\"}");
    var second = admin.create("/api/customers", "{\"name\":\"b\",\"xTaxNumber\":\"91330\"}");

    var tooEarly = change("xTaxNumber", "{\"unique\":true}");
    admin.patch("/api/customers/" + second, 1, "{\"xTaxNumber\":\"91331\"}");
    var accepted = change("xTaxNumber", "{\"unique\":true}");
    var taken = admin.post("/api/customers", "{\"name\":\"c\",\"xTaxNumber\":\"91331\"}");

    assertThat(tooEarly.errors()).isEqualTo("unique:duplicates");
    assertThat(accepted.status()).isEqualTo(200);
    assertThat(taken.errors()).isEqualTo("xTaxNumber:taken");
  }

  @Test
  void doesNotRemoveAChoiceThatIsInUse() {
    add("\"kind\":\"choice\"", "Grade", ",\"choices\":[%s,%s]".formatted(choice("A"), choice("B")));
    var id = admin.create("/api/customers", "{\"name\":\"a\",\"xGrade\":\"a\"}");
    var onlyB = "{\"choices\":[{\"value\":\"b\",\"labels\":{\"zhCN\":\"乙\",\"en\":\"B\"}}]}";
    var retiredA =
        """
        {"choices":[{"value":"b","labels":{"zhCN":"乙","en":"B"}},
                    {"value":"a","labels":{"zhCN":"甲","en":"A"},"retired":true}]}
        """;

    assertThat(change("xGrade", onlyB).errors()).isEqualTo("choices:choiceInUse");
    assertThat(change("xGrade", retiredA).status()).isEqualTo(200);
    assertThat(admin.get("/api/customers/" + id).body().get("xGrade").stringValue()).isEqualTo("a");
    assertThat(admin.post("/api/customers", "{\"name\":\"b\",\"xGrade\":\"a\"}").errors())
        .isEqualTo("xGrade:retiredChoice");
  }

  @Test
  void retiresBringsBackDeletesAndMakesAnew() {
    var field = add("\"kind\":\"text\"", "Note", "");
    var id = admin.create("/api/customers", "{\"name\":\"a\",\"xNote\":\"kept\"}");
    admin.create(
        "/api/views",
        "{\"object\":\"customer\",\"name\":\"noted\",\"state\":{\"sort\":[\"-xNote\"]}}");

    assertThat(admin.send(HttpMethod.DELETE, FIELDS + "/xNote", null, null).slug())
        .isEqualTo("not-retired");
    assertThat(admin.get(FIELDS + "/xNote/uses").body().get("items").toString())
        .contains("\"records\"", "\"view\"", "noted");
    change("xNote", "{\"retired\":true}");
    assertThat(admin.get("/api/customers/" + id).body().has("xNote")).isFalse();
    assertThat(admin.get("/api/customers?sort=xNote").status()).isEqualTo(400);
    change("xNote", "{\"retired\":false}");
    assertThat(admin.get("/api/customers/" + id).body().get("xNote").stringValue())
        .isEqualTo("kept");
    delete("xNote");
    assertThat(admin.get("/api/views").column("name")).isEqualTo("noted");

    assertThat(add("\"kind\":\"number\"", "Note", "")).isEqualTo(field);
    admin.patch("/api/customers/" + id, 1, "{\"xNote\":5}");
    assertThat(admin.get("/api/customers/" + id).body().get("xNote").intValue()).isEqualTo(5);
  }

  @Test
  void isFoundWhereItIsSearched() {
    add("\"kind\":\"text\"", "Nickname", ",\"searchable\":true");
    admin.create("/api/customers", "{\"name\":\"a\",\"xNickname\":\"西湖边的老王\"}");

    assertThat(admin.get("/api/customers?q=xhb").column("name")).isEqualTo("a");
  }

  /// Whoever waits for a table makes everybody else wait too, and so gives up and tries again.
  @Test
  void waitsForAWriterInShortTurns() throws Exception {
    try (var writer = database.getConnection();
        var statement = writer.createStatement()) {
      writer.setAutoCommit(false);
      statement.execute("lock table customer in row exclusive mode");
      var adding = CompletableFuture.supplyAsync(() -> add("\"kind\":\"text\"", "Late", ""));
      await()
          .until(() ->
              db.fetchExists(
                  DSL.table("pg_locks"),
                  DSL.condition("mode = 'AccessExclusiveLock' and not granted")));
      writer.commit();

      assertThat(adding.get(30, TimeUnit.SECONDS)).isEqualTo("xLate");
    }
  }

  @Test
  void isHiddenFromThoseWhoMayNotSeeIt() {
    add("\"kind\":\"text\"", "Secret", "");
    admin.create("/api/customers", "{\"name\":\"a\",\"xSecret\":\"b\"}");
    var role = people.role();
    people.allow(role, "customer", "all");
    people.limit(role, "customer", "xSecret", "hidden");
    var user = people.user(null);
    people.give(user, role);
    var other = people.api(user, "*");

    assertThat(other.get("/api/customers").body().toString()).doesNotContain("xSecret");
    assertThat(other.get("/api/customers?sort=xSecret").status()).isEqualTo(400);
    assertThat(other.get(FIELDS).status()).isEqualTo(403);
    assertThat(other.post(FIELDS, "{}").status()).isEqualTo(403);

    delete("xSecret");
    add("\"kind\":\"text\"", "Secret", "");
    assertThat(meta("xSecret")).isNotNull();
    assertThat(other.get("/api/customers?sort=xSecret").status()).isEqualTo(200);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThat(admin.post(FIELDS, "{}").errors()).isEqualTo("kind:required");
    assertThat(admin.post(FIELDS, "{\"kind\":\"blob\"}").errors()).isEqualTo("kind:unknownKind");
    assertThat(admin.post(FIELDS, "{\"kind\":\"text\",\"labels\":{\"en\":\"\\u0000\"}}").errors())
        .isEqualTo("labels.zhCN:required labels.en:badCharacter");
    assertThat(draft("\"kind\":\"text\"", "x".repeat(61), "").errors())
        .isEqualTo("labels.en:tooLong");
    assertThat(draft("\"kind\":\"longText\"", "A", ",\"unique\":true").errors())
        .isEqualTo("unique:notForKind");
    assertThat(draft("\"kind\":\"number\",\"decimals\":9", "A", "").errors())
        .isEqualTo("decimals:outOfRange");
    assertThat(draft("\"kind\":\"reference\",\"reference\":\"pg_class\"", "A", "").errors())
        .isEqualTo("reference:unknownObject");
    assertThat(draft("\"kind\":\"date\"", "A", ",\"defaultValue\":\"soon\"").errors())
        .isEqualTo("defaultValue:notADate");
    assertThat(draft("\"kind\":\"choice\"", "A", ",\"choices\":[]").errors())
        .isEqualTo("choices:required");
    assertThat(admin.get(FIELDS).body().toString()).doesNotContain("\"custom\":true");
  }

  @Test
  void takesAnyWordsForItsName() {
    assertThat(add("\"kind\":\"text\"", "\\\"; drop table customer; --", ""))
        .isEqualTo("xDropTableCustomer");
    assertThat(add("\"kind\":\"text\"", "\\\"'\\u00e9\\ud83d\\ude00", "")).isEqualTo("xCustom");
    assertThat(add("\"kind\":\"text\"", "客户", "")).isEqualTo("xCustom2");
    assertThat(admin.create("/api/customers", "{\"name\":\"a\",\"xCustom2\":\"b\"}")).isNotEmpty();
  }

  private String add(String kind, String english, String more) {
    var answer = draft(kind, english, more);
    if (answer.status() != 201) {
      throw new AssertionError(answer.body().toString());
    }
    return answer.body().get("name").stringValue();
  }

  private Api.Answer draft(String kind, String english, String more) {
    return admin.post(
        FIELDS, "{%s,\"labels\":{\"zhCN\":\"字段\",\"en\":\"%s\"}%s}".formatted(kind, english, more));
  }

  private Api.Answer change(String name, String body) {
    return admin.send(HttpMethod.PATCH, FIELDS + "/" + name, body, null);
  }

  private void delete(String name) {
    change(name, "{\"retired\":true}");
    assertThat(admin.send(HttpMethod.DELETE, FIELDS + "/" + name, null, null).status())
        .isEqualTo(204);
  }

  private JsonNode meta(String field) {
    return admin
        .get("/api/meta")
        .body()
        .get("objects")
        .valueStream()
        .filter(object -> "customer".equals(object.get("name").stringValue()))
        .flatMap(object -> object.get("fields").valueStream())
        .filter(found -> field.equals(found.get("name").stringValue()))
        .findFirst()
        .orElseThrow();
  }

  private static String choice(String english) {
    return "{\"labels\":{\"zhCN\":\"%1$s级\",\"en\":\"%1$s\"},\"color\":\"brand\"}"
        .formatted(english);
  }
}
