package org.kezhi.customization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
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

/// Fields that tell about the records that refer to their own, whoever writes those.
@AppTest
class RollUpTests {

  private static final String FIELDS = "/api/customization/objects/customer/fields";

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private Api admin;
  private String first;
  private String second;

  @BeforeEach
  void begin() {
    admin = new People(db, tokens, client).administrator();
    first = admin.create("/api/customers", "{\"name\":\"杭州\"}");
    second = admin.create("/api/customers", "{\"name\":\"宁波\"}");
  }

  @AfterEach
  void takeAllAway() {
    for (var field : admin.get(FIELDS).body().get("items")) {
      if (field.get("custom").booleanValue()) {
        var path = FIELDS + "/" + field.get("name").stringValue();
        admin.send(HttpMethod.PATCH, path, "{\"retired\":true}", null);
        admin.send(HttpMethod.DELETE, path, null, null);
      }
    }
  }

  @Test
  void countsThoseThatWereThereBefore() {
    contact(first, "a");
    contact(first, "b");

    add("Contacts", "contact", "customer", "count", null);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(of(first, "xContacts")).isEqualTo("2"));
    assertThat(of(second, "xContacts")).isEqualTo("0");
    assertThat(of(admin.create("/api/customers", "{\"name\":\"new\"}"), "xContacts"))
        .isEqualTo("0");
  }

  @Test
  void followsEveryChange() {
    add("Contacts", "contact", "customer", "count", null);
    var contact = contact(first, "a");
    var other = contact(first, "b");

    assertThat(of(first, "xContacts")).isEqualTo("2");
    admin.patch("/api/contacts/" + contact, 1, "{\"customer\":\"" + second + "\"}");
    assertThat(of(first, "xContacts") + of(second, "xContacts")).isEqualTo("11");
    admin.delete("/api/contacts/" + other, 1);
    assertThat(of(first, "xContacts")).isEqualTo("0");
    admin.put("/api/contacts/" + other + "/restoration", "");
    assertThat(of(first, "xContacts")).isEqualTo("1");
    assertThat(admin.get("/api/customers/" + first).body().get("version").intValue()).isEqualTo(1);
    assertThat(admin.get("/api/customers/" + first + "/history").column("action"))
        .isEqualTo("create");
  }

  @Test
  void sumsFindsExtremesAndTheLast() {
    add("Spent", "order", "customer", "sum", "amount");
    add("First order", "order", "customer", "min", "orderedAt");
    add("Last order", "order", "customer", "max", "orderedAt");
    add("Last number", "order", "customer", "last", "code");
    new Uploads(admin)
        .run(
            "orderLine",
            """
            order,orderedAt,customer,product,quantity,unitPrice
            O-1,2026-01-05,C-1,P-1,2,10
            O-1,2026-01-05,C-1,P-1,1,5.5
            O-2,2026-03-07,C-1,P-1,-1,10
            """,
            "{\"createMissing\":[\"customer\",\"product\"]}");

    var read =
        admin.list(
            "/api/customers",
            "{\"field\":\"code\",\"op\":\"eq\",\"value\":\"C-1\"}",
            "&columns=xSpent,xFirstOrder,xLastOrder,xLastNumber");

    assertThat(read.body().at("/items/0/xSpent/amount").stringValue()).isEqualTo("15.5");
    assertThat(read.column("xFirstOrder")).startsWith("2026-01-0");
    assertThat(read.column("xLastOrder")).startsWith("2026-03-0");
    assertThat(read.column("xLastNumber")).isEqualTo("O-2");
  }

  @Test
  void cannotBeWrittenAndKeepsWhatItNeeds() {
    add("Contacts", "contact", "customer", "count", null);

    assertThat(admin.post("/api/customers", "{\"name\":\"a\",\"xContacts\":5}").errors())
        .isEqualTo("xContacts:readOnly");
    assertThat(
            admin
                .list(
                    "/api/customers",
                    "{\"field\":\"xContacts\",\"op\":\"ge\",\"value\":1}",
                    "&sort=-xContacts")
                .status())
        .isEqualTo(200);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThat(draft("A", "gone", "customer", "count", null).errors())
        .isEqualTo("rollUp.object:unknownObject");
    assertThat(draft("A", "contact", "name", "count", null).errors())
        .isEqualTo("rollUp.reference:unknownField");
    assertThat(draft("A", "order", "customer", "sum", "code").errors())
        .isEqualTo("rollUp.field:notForKind");
    assertThat(draft("A", "order", "customer", "sum", "value.revenue").errors())
        .isEqualTo("rollUp.field:unknownField");
    assertThat(draft("A", "order", "owner", "sum", "amount").errors())
        .isEqualTo("rollUp.reference:unknownField");
  }

  private String contact(String customer, String name) {
    return admin.create(
        "/api/contacts", "{\"name\":\"%s\",\"customer\":\"%s\"}".formatted(name, customer));
  }

  private String of(String customer, String field) {
    return admin.get("/api/customers/" + customer).body().get(field).asString("-");
  }

  private void add(String english, String object, String reference, String function, String field) {
    var answer = draft(english, object, reference, function, field);
    if (answer.status() != 201) {
      throw new AssertionError(answer.body().toString());
    }
  }

  private Api.Answer draft(
      String english, String object, String reference, String function, String field) {
    return admin.post(
        FIELDS,
        """
        {"labels":{"zhCN":"汇总","en":"%s"},
         "rollUp":{"object":"%s","reference":"%s","function":"%s","field":%s}}
        """
            .formatted(
                english, object, reference, function, field == null ? null : "\"" + field + "\""));
  }
}
