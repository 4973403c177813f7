package org.kezhi.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jooq.DSLContext;
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

/// Mappings under a name, and empty files to fill in.
@AppTest
class MappingTests {

  private static final String FILE = "No.,Firm,Where,Rest\nA,One,Oslo,x\n";
  private static final String BODY =
      """
      {"object":"customer","name":"%s","shared":%s,"headers":["No.","Firm","Where","Rest"],
       "settings":{"mapping":{"code":"No.","name":"Firm","city":"Where","owner":"Rest"},
       "matchField":"code","policy":"fill","createMissing":[],"dateOrder":"dmy"}}
      """;

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private People people;
  private Api admin;

  @BeforeEach
  void begin() {
    people = new People(db, tokens, client);
    admin = people.administrator();
  }

  @AfterEach
  void rest() {
    new Uploads(admin).rest();
  }

  @Test
  void takesTheMappingThatWasMadeForTheSameHeaders() {
    var id = admin.create("/api/import-mappings", BODY.formatted("Fair", false));

    var same = new Uploads(admin).send("customer", FILE).body();
    var other = new Uploads(admin).send("customer", FILE.replace("Where", "Place")).body();
    var contact = new Uploads(admin).send("contact", FILE).body();

    assertThat(same.get("mapping").asString()).isEqualTo(id);
    assertThat(same.at("/settings/policy").asString()).isEqualTo("fill");
    assertThat(same.at("/settings/dateOrder").asString()).isEqualTo("dmy");
    assertThat(same.at("/settings/mapping/city").asString()).isEqualTo("Where");
    assertThat(other.get("mapping").isNull()).isTrue();
    assertThat(contact.get("mapping").isNull()).isTrue();
  }

  @Test
  void isTakenForOtherHeadersAsFarAsTheyAreThere() {
    var id = admin.create("/api/import-mappings", BODY.formatted("Fair", false));
    var draft = new Uploads(admin).send("customer", "Firm,Phone,Rest\nOne,,x\n");

    var path = "/api/imports/" + draft.id();
    var changed = change(admin, path, "{\"mapping\":\"" + id + "\"}").body();
    var further = change(admin, path, "{\"settings\":{\"policy\":\"skip\"}}").body();

    assertThat(changed.at("/settings/mapping").toString())
        .contains("\"name\":\"Firm\"", "\"phone\":\"Phone\"", "\"owner\":\"Rest\"")
        .doesNotContain("No.");
    assertThat(changed.at("/settings/matchField").isNull()).isTrue();
    assertThat(further.get("mapping").asString()).isEqualTo(id);
    assertThat(further.at("/settings/policy").asString()).isEqualTo("skip");
  }

  @Test
  void isForOneselfOrForAllAndGivesNoRights() {
    var role = people.role();
    people.allow(role, "customer", "all");
    people.limit(role, "customer", "city", "hidden");
    var user = people.user(null);
    people.give(user, role);
    var api = people.api(user, "*");
    var own = admin.create("/api/import-mappings", BODY.formatted("Private", false));

    assertThat(api.get("/api/import-mappings").column("name")).isEmpty();
    assertThat(api.get("/api/import-mappings/" + own).status()).isEqualTo(404);
    assertThat(api.post("/api/import-mappings", BODY.formatted("a", true)).status()).isEqualTo(403);

    admin.create("/api/import-mappings", BODY.formatted("PRIVATE", true));
    var draft = new Uploads(api).send("customer", FILE).body();

    assertThat(api.get("/api/import-mappings").column("name")).isEqualTo("Private");
    assertThat(draft.get("mapping").asString()).isEqualTo(own);
    assertThat(draft.at("/settings/mapping").toString()).doesNotContain("city");
    assertThat(draft.get("problems").toString()).isEqualTo("[]");
    assertThat(api.send(HttpMethod.DELETE, "/api/import-mappings/" + own, null, null).status())
        .isEqualTo(403);
    assertThat(admin.send(HttpMethod.DELETE, "/api/import-mappings/" + own, null, null).status())
        .isEqualTo(204);
    assertThat(api.get("/api/imports/" + draft.get("id").asString()).body().get("mapping").isNull())
        .isTrue();
  }

  @Test
  void refusesWhatCannotBe() {
    assertThat(admin.post("/api/import-mappings", "{}").errors())
        .contains("name:", "object:", "headers:", "settings:");
    assertThat(
            admin
                .post(
                    "/api/import-mappings",
                    BODY.formatted("a", false).replace("fill", "drop").replace("dmy", "ydm"))
                .errors())
        .isEqualTo("settings.policy:invalid settings.dateOrder:invalid");
    var contacts = BODY.formatted("c", false).replace("\"customer\"", "\"contact\"");
    var id = admin.create("/api/import-mappings", contacts);
    var draft = new Uploads(admin).send("customer", FILE);
    assertThat(change(admin, "/api/imports/" + draft.id(), "{\"mapping\":\"" + id + "\"}").status())
        .isEqualTo(404);
  }

  @Test
  void recognisesEveryColumnOfItsTemplates() throws IOException {
    for (var object : List.of("customer", "contact", "product", "orderLine")) {
      for (var language : List.of("en", "zh-CN")) {
        var path = "/api/import-templates/%s/%s?language=" + language;
        var csv = new String(bytes(path.formatted(object, "csv")), StandardCharsets.UTF_8);
        var book = bytes(path.formatted(object, "xlsx"));

        var lines = new Uploads(admin).send(object, csv).body();
        var rows = new Uploads(admin).send(object, "template.xlsx", book).body();

        assertThat(lines.at("/settings/mapping").size())
            .as(csv)
            .isEqualTo(lines.get("fields").size());
        assertThat(rows.at("/settings/mapping")).isEqualTo(lines.at("/settings/mapping"));
      }
    }
    try (var book =
        new ReadableWorkbook(
            new ByteArrayInputStream(bytes("/api/import-templates/customer/xlsx?language=en")))) {
      var sheets = book.getSheets().toList();
      assertThat(sheets.getFirst().getName()).isEqualTo("Customers");
      assertThat(sheets.getLast().read().toString()).contains("Potential", "Existing");
      assertThat(sheets.getFirst().read().getFirst().toString()).contains("Name *");
    }
  }

  @Test
  void readsTheSheetThatIsChosen() throws IOException {
    var book = new ByteArrayOutputStream();
    try (var written = new Workbook(book, "test", "1.0")) {
      written.newWorksheet("Empty");
      var second = written.newWorksheet("Firms");
      second.value(0, 0, "Name");
      second.value(1, 0, "One");
      var third = written.newWorksheet("More");
      third.value(0, 0, "Code");
      third.value(0, 1, "Name");
      third.value(1, 0, "M1");
      third.value(1, 1, "Two");
    }
    var draft = new Uploads(admin).send("customer", "book.xlsx", book.toByteArray());
    var path = "/api/imports/" + draft.id();

    assertThat(draft.body().get("sheet").asString()).isEqualTo("Firms");
    assertThat(draft.body().get("sheets").toString()).isEqualTo("[\"Empty\",\"Firms\",\"More\"]");
    assertThat(change(admin, path, "{\"sheet\":\"Gone\"}").errors()).isEqualTo("sheet:invalid");
    assertThat(change(admin, path, "{\"sheet\":\"Empty\"}").slug()).isEqualTo("empty-file");
    var changed = change(admin, path, "{\"sheet\":\"More\"}").body();
    assertThat(changed.at("/settings/mapping").toString())
        .isEqualTo("{\"code\":\"Code\",\"name\":\"Name\"}");
    assertThat(new Uploads(admin).run(draft).at("/counts/created").asInt()).isEqualTo(1);
    assertThat(admin.get("/api/customers").column("name")).isEqualTo("Two");
  }

  private byte[] bytes(String path) {
    return client
        .get()
        .uri(URI.create(path))
        .header("Authorization", "Bearer " + admin.token())
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(byte[].class)
        .returnResult()
        .getResponseBody();
  }

  private static Api.Answer change(Api api, String path, String body) {
    return api.send(HttpMethod.PATCH, path, body, null);
  }
}
