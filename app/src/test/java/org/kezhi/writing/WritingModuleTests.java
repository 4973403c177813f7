package org.kezhi.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.CUSTOMER;
import static org.kezhi.db.Tables.SALES_ORDER;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

@AppTest
class WritingModuleTests {

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  @Autowired
  @Qualifier("owner")
  DSLContext owner;

  private People people;
  private Api admin;

  @BeforeEach
  void logIn() {
    people = new People(db, tokens, client);
    admin = people.administrator();
  }

  @Test
  void createsWithDefaultsAndOwner() {
    var created =
        admin.post("/api/customers", "{\"name\":\"杭州云起科技有限公司\",\"phone\":\"138 1234 5678\"}");

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.body().get("phone").stringValue()).isEqualTo("+8613812345678");
    assertThat(created.body().get("kind").stringValue()).isEqualTo("company");
    assertThat(created.body().get("code").stringValue()).matches("C\\d{6}");
    assertThat(created.body().get("owner").get("id").stringValue())
        .isEqualTo(admin.user().toString());
  }

  @Test
  void numbersOnWhenSixDigitsAreUsedUp() {
    var sequences = List.of("customer_code_seq", "sales_order_code_seq");
    try {
      sequences.forEach(name -> owner.execute("select setval('" + name + "', 999998)"));
      for (var i = 0; i < 3; i++) {
        admin.create("/api/customers", "{\"name\":\"x\"}");
        admin.create("/api/orders", "{}");
      }
    } finally {
      sequences.forEach(name -> owner.execute("select setval('" + name + "', 1)"));
    }

    assertThat(admin.get("/api/customers?sort=createdAt&columns=code").column("code"))
        .isEqualTo("C999999,C1000000,C1000001");
    assertThat(admin.get("/api/orders?sort=createdAt&columns=code").column("code"))
        .isEqualTo("SO999999,SO1000000,SO1000001");
  }

  @Test
  void tellsAllErrorsAtOnceAndWritesNothing() {
    var refused =
        admin.post(
            "/api/customers",
            """
            {"kind":"planet","headCount":-1.5,"email":"nobody","phone":"12","website":"a b",
             "city":"\\u0000","bogus":1,"createdAt":"2020-01-01T00:00:00Z"}
            """);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.contentType()).startsWith("application/problem+json");
    assertThat(refused.errors().split(" "))
        .containsExactlyInAnyOrder(
            "kind:notAChoice",
            "headCount:notWhole",
            "email:notAnEmail",
            "phone:notAPhone",
            "website:notAUrl",
            "city:badCharacter",
            "bogus:unknownField",
            "createdAt:readOnly",
            "name:required");
    assertThat(db.fetchCount(CUSTOMER)).isZero();
  }

  @Test
  void keepsTortureTextByteForByte() {
    var text = "👩‍👩‍👧‍👦 \\u202Eمرحبا\\u202C İıßẞ e\\u0301 \\t=HYPERLINK(1)";
    var id = admin.create("/api/customers", "{\"name\":\"" + text + "\"}");

    assertThat(admin.get("/api/customers/" + id).body().get("name").stringValue())
        .isEqualTo("👩‍👩‍👧‍👦 \u202Eمرحبا\u202C İıßẞ e\u0301 \t=HYPERLINK(1)");
    assertThat(admin.post("/api/customers", "{\"name\":\"a\\uD800b\"}").errors())
        .isEqualTo("name:badCharacter");
  }

  @Test
  void refusesWritesWithoutOrWithOldVersion() {
    var id = admin.create("/api/customers", "{\"name\":\"Lantern Works\"}");
    admin.patch("/api/customers/" + id, 1, "{\"city\":\"宁波\"}");

    assertThat(admin.send(HttpMethod.PATCH, "/api/customers/" + id, "{}", null).status())
        .isEqualTo(428);
    var stale = admin.patch("/api/customers/" + id, 1, "{\"city\":\"杭州\"}");
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.body().get("current").get("city").stringValue()).isEqualTo("宁波");
    assertThat(stale.body().get("current").get("version").intValue()).isEqualTo(2);
  }

  @Test
  void letsOneOfManyEditorsOfOneVersionWin() throws Exception {
    var id = admin.create("/api/customers", "{\"name\":\"Lantern Works\"}");
    var edits =
        IntStream.range(0, 8)
            .<Callable<Integer>>mapToObj(i ->
                () -> admin.patch("/api/customers/" + id, 1, "{\"headCount\":" + i + "}").status())
            .toList();

    try (var editors = Executors.newFixedThreadPool(4)) {
      var results = editors.invokeAll(edits).stream().map(result -> result.resultNow()).toList();
      assertThat(results).containsOnlyOnce(200).contains(412);
    }
  }

  @Test
  void deletesToTheRecycleBinAndRestores() {
    var id = admin.create("/api/customers", "{\"name\":\"宁波港口装备集团\",\"code\":\"X1\"}");

    assertThat(admin.delete("/api/customers/" + id, 1).status()).isEqualTo(204);
    assertThat(admin.get("/api/customers/" + id).status()).isEqualTo(404);
    assertThat(admin.get("/api/customers/trash").column("title")).isEqualTo("宁波港口装备集团");

    admin.create("/api/customers", "{\"name\":\"Another\",\"code\":\"X1\"}");
    assertThat(admin.put("/api/customers/" + id + "/restoration", null).errors())
        .isEqualTo("code:taken");
  }

  @Test
  void createsOnceForOneIdempotencyKey() {
    var body = "{\"name\":\"Once\"}";
    var first = withKey(body);
    var second = withKey(body);

    assertThat(second).isEqualTo(first);
    assertThat(db.fetchCount(CUSTOMER)).isEqualTo(1);
    assertThat(withKey("{\"name\":\"Twice\"}")).contains("idempotency-key-reused");
  }

  @Test
  void refusesACircleOfParents() {
    var top = admin.create("/api/customers", "{\"name\":\"集团\"}");
    var below = admin.create("/api/customers", "{\"name\":\"子公司\",\"parent\":\"" + top + "\"}");

    assertThat(
            admin
                .patch("/api/customers/" + top, 1, "{\"parent\":{\"id\":\"" + below + "\"}}")
                .errors())
        .isEqualTo("parent:circle");
  }

  @Test
  void countsOrdersFromTheirLines() {
    var order = admin.create("/api/orders", "{\"code\":\"S-1\"}");
    var line =
        admin.create(
            "/api/order-lines",
            "{\"order\":\"" + order + "\",\"quantity\":3,\"unitPrice\":\"2.5\",\"discount\":0.1}");
    admin.create(
        "/api/order-lines",
        "{\"order\":\"" + order + "\",\"quantity\":-1,\"unitPrice\":2,\"cost\":1}");

    assertThat(amount()).isEqualByComparingTo("4.75");
    admin.patch("/api/order-lines/" + line, 1, "{\"quantity\":4}");
    assertThat(amount()).isEqualByComparingTo("7");
    admin.delete("/api/order-lines/" + line, 2);
    assertThat(amount()).isEqualByComparingTo("-2");
  }

  private BigDecimal amount() {
    return db.select(SALES_ORDER.AMOUNT).from(SALES_ORDER).fetchSingle(SALES_ORDER.AMOUNT);
  }

  private String withKey(String body) {
    return client
        .post()
        .uri("/api/customers")
        .header("Authorization", "Bearer " + admin.token())
        .header("Idempotency-Key", "k1")
        .header("Content-Type", "application/json")
        .body(body)
        .exchange()
        .expectBody(String.class)
        .returnResult()
        .getResponseBody();
  }
}
