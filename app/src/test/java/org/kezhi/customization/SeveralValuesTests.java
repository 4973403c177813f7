package org.kezhi.customization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.PRODUCT;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
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

/// A record can have several choices and point to several records at once.
@AppTest
class SeveralValuesTests {

  private static final String FIELDS = "/api/customization/objects/customer/fields";
  private static final String CHOICES =
      """
      {"kind":"choices","labels":{"zhCN":"标签","en":"Tags"},"choices":[
       {"labels":{"zhCN":"重点","en":"Key"},"color":"brand"},
       {"labels":{"zhCN":"出口","en":"Export"}},{"labels":{"zhCN":"投诉","en":"Complaint"}}]}
      """;
  private static final String REFERENCES =
      "{\"kind\":\"references\",\"reference\":\"product\",\"labels\":{\"zhCN\":\"在用设备\",\"en\":\"Used\"}}";

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private People people;
  private Api admin;
  private String crane;
  private String pump;

  @BeforeEach
  void begin() {
    people = new People(db, tokens, client);
    admin = people.administrator();
    assertThat(admin.post(FIELDS, CHOICES).status()).isEqualTo(201);
    assertThat(admin.post(FIELDS, REFERENCES).status()).isEqualTo(201);
    crane = admin.create("/api/products", "{\"code\":\"P1\",\"name\":\"龙门吊\"}");
    pump = admin.create("/api/products", "{\"code\":\"P2\",\"name\":\"Pump\"}");
  }

  @AfterEach
  void takeAllAway() {
    for (var name : List.of("xTags", "xUsed")) {
      admin.send(HttpMethod.PATCH, FIELDS + "/" + name, "{\"retired\":true}", null);
      assertThat(admin.send(HttpMethod.DELETE, FIELDS + "/" + name, null, null).status())
          .isEqualTo(204);
    }
  }

  @Test
  void keepsThemShowsThemAndFindsByThem() {
    var one = customer("one", "\"complaint\",\"key\",\"key\"", quoted(pump, crane));
    customer("two", "\"export\"", quoted(pump));
    customer("none", "", "");

    var read = admin.get("/api/customers/" + one).body();

    assertThat(read.get("xTags").toString()).isEqualTo("[\"key\",\"complaint\"]");
    assertThat(read.at("/xUsed/0/title").stringValue()).isEqualTo("Pump");
    assertThat(read.at("/xUsed/1/id").stringValue()).isEqualTo(crane);
    assertThat(found("{\"field\":\"xTags\",\"op\":\"in\",\"value\":[\"key\",\"export\"]}"))
        .isEqualTo("one,two");
    assertThat(found("{\"field\":\"xTags\",\"op\":\"notIn\",\"value\":[\"key\"]}"))
        .isEqualTo("none,two");
    assertThat(found("{\"field\":\"xUsed\",\"op\":\"in\",\"value\":[\"" + crane + "\"]}"))
        .isEqualTo("one");
    assertThat(found("{\"field\":\"xUsed\",\"op\":\"empty\"}")).isEqualTo("none");
    assertThat(found("{\"field\":\"xUsed.name\",\"op\":\"startsWith\",\"value\":\"龙\"}"))
        .isEqualTo("one");
    assertThat(admin.get("/api/products/" + pump + "/related").body().toString())
        .contains("\"field\":\"xUsed\",\"count\":2");
  }

  @Test
  void refusesWhatIsNotOneOfThem() {
    assertThat(admin.post("/api/customers", "{\"name\":\"a\",\"xTags\":[\"other\"]}").errors())
        .isEqualTo("xTags:notAChoice");
    assertThat(admin.post("/api/customers", "{\"name\":\"a\",\"xTags\":7}").errors())
        .isEqualTo("xTags:notSeveral");
    assertThat(
            admin
                .post(
                    "/api/customers", "{\"name\":\"a\",\"xUsed\":[\"" + UUID.randomUUID() + "\"]}")
                .errors())
        .isEqualTo("xUsed:notFound");
    assertThat(admin.get("/api/customers?sort=xTags").errors()).isEqualTo("xTags:notSortable");
    assertThat(admin.post("/api/customers/groups", "{\"by\":[\"xTags\"]}").errors())
        .isEqualTo("xTags:notGroupable");
    assertThat(
            admin
                .post(FIELDS, CHOICES.replace("\"choices\":[", "\"unique\":true,\"choices\":["))
                .errors())
        .isEqualTo("unique:notForKind");
    assertThat(formula("xTags").errors()).isEqualTo("formula:formulaSeveralValues");
  }

  @Test
  void followsWhatHappensToTheRecordsItPointsTo() {
    var id = customer("one", "", quoted(pump, crane));

    admin.delete("/api/products/" + pump, 1);
    assertThat(titles(id)).isEqualTo("龙门吊");
    admin.patch("/api/customers/" + id, 1, "{\"xUsed\":[\"%s\"]}".formatted(crane));
    admin.put("/api/products/" + pump + "/restoration", "");
    assertThat(titles(id)).as("what lay in the recycle bin was kept").isEqualTo("龙门吊,Pump");

    admin.delete("/api/products/" + pump, 3);
    assertThat(
            admin.send(HttpMethod.DELETE, "/api/recycle-bin/products/" + pump, null, null).status())
        .isEqualTo(204);
    assertThat(stored()).isEqualTo(1);
    assertThat(titles(id)).isEqualTo("龙门吊");
  }

  @Test
  void keepsWhatTheWriterMayNotSee() {
    var id = customer("one", "", quoted(pump, crane));
    var role = people.role();
    people.allow(role, "customer", "all");
    var reader = people.user(null);
    people.give(reader, role);
    var api = people.api(reader, "*");

    assertThat(api.get("/api/customers/" + id).body().get("xUsed")).isEmpty();
    assertThat(api.patch("/api/customers/" + id, 1, "{\"xUsed\":[]}").status()).isEqualTo(200);
    assertThat(titles(id)).isEqualTo("Pump,龙门吊");
  }

  @Test
  void movesAndReturnsWithItsLinks() {
    var one = customer("one", "", quoted(pump));
    var two = customer("two", "", quoted(crane));
    var links = DSL.table(DSL.name("public", column()));
    var target = DSL.field(DSL.name("target_id"), UUID.class);

    db.update(links)
        .set(target, UUID.fromString(crane))
        .where(target.eq(UUID.fromString(pump)))
        .execute();

    assertThat(titles(one)).isEqualTo("龙门吊");
    db.deleteFrom(links).where(target.eq(UUID.fromString(crane))).execute();
    assertThat(titles(one) + titles(two)).isEmpty();
    assertThat(found("{\"field\":\"xUsed\",\"op\":\"notEmpty\"}")).isEmpty();
  }

  @Test
  void comesInAndGoesOutByFile() {
    var uploads = new Uploads(admin);
    var done =
        uploads.run(
            "customer",
            """
            code,name,Tags,Used
            A,One,Key; 投诉,P1;Pump
            B,Two,,New
            C,Three,nonsense,P2
            """,
            "{\"createMissing\":[\"product\"]}");
    var exported =
        client
            .get()
            .uri("/api/customers/export?sort=code&columns=code,xTags,xUsed")
            .header("Authorization", "Bearer " + admin.token())
            .header("Accept-Language", "en")
            .exchange()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();

    assertThat(done.at("/counts/created").intValue()).isEqualTo(2);
    assertThat(done.at("/counts/bad").intValue()).isEqualTo(1);
    assertThat(db.fetchCount(PRODUCT)).isEqualTo(3);
    assertThat(exported).contains("A,Key; Complaint,龙门吊; Pump", "B,,New");

    var again =
        uploads.run(
            "customer",
            "code,Tags,Used\nA,Key; Complaint,龙门吊; Pump\nB,,P1\n",
            "{\"policy\":\"update\",\"matchField\":\"code\"}");
    assertThat(again.at("/counts/updated").intValue()).isEqualTo(1);
    uploads.undo(again.get("id").stringValue());
    assertThat(found("{\"field\":\"xUsed.name\",\"op\":\"eq\",\"value\":\"New\"}"))
        .isEqualTo("Two");
  }

  @Test
  void tellsInTheHistoryWhatWasChanged() {
    var id = customer("one", "\"key\"", quoted(pump));

    admin.patch(
        "/api/customers/" + id,
        1,
        "{\"xTags\":[\"key\",\"export\"],\"xUsed\":[\"%s\"]}".formatted(crane));

    assertThat(
            admin.get("/api/customers/" + id + "/history").body().at("/items/0/changes").toString())
        .contains("[\"Key\",\"Export\"]", "Pump", "龙门吊");
  }

  private Api.Answer formula(String text) {
    return admin.post(
        FIELDS,
        "{\"kind\":\"formula\",\"labels\":{\"zhCN\":\"公式\",\"en\":\"F\"},\"formula\":\"%s\"}"
            .formatted(text));
  }

  private String customer(String name, String tags, String used) {
    return admin.create(
        "/api/customers",
        "{\"name\":\"%s\",\"xTags\":[%s],\"xUsed\":[%s]}".formatted(name, tags, used));
  }

  private static String quoted(String... ids) {
    return "\"" + String.join("\",\"", ids) + "\"";
  }

  private String found(String filter) {
    return admin.list("/api/customers", filter, "&sort=name").column("name");
  }

  private String titles(String id) {
    return String.join(
        ",",
        admin
            .get("/api/customers/" + id)
            .body()
            .get("xUsed")
            .valueStream()
            .map(used -> used.get("title").stringValue())
            .toList());
  }

  private int stored() {
    return db.fetchCount(DSL.table(DSL.name("public", column())));
  }

  private String column() {
    return db.fetchValue("select column_name from custom_field where name = 'xUsed'", new Object[0])
        .toString();
  }
}
