package org.kezhi.bulk;

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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/// What a company adds is changed in sets like what came with the program.
@AppTest
class BulkCustomTests {

  private static final String OBJECTS = "/api/customization/objects";
  private static final String FIELDS = OBJECTS + "/xPlate/fields";

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private People people;
  private Api admin;
  private Bulk bulk;

  @BeforeEach
  void makePlates() {
    people = new People(db, tokens, client);
    admin = people.administrator();
    bulk = new Bulk(admin);
    done(
        admin.post(
            OBJECTS,
            "{\"labels\":{\"zhCN\":\"车牌\",\"en\":\"Plate\"},"
                + "\"pluralLabels\":{\"zhCN\":\"车牌\",\"en\":\"Plates\"},\"icon\":\"order\",\"owned\":true}"));
    field("\"kind\":\"number\",\"decimals\":2", "Weight");
    field("\"kind\":\"date\"", "Checked");
    field(
        "\"kind\":\"choices\",\"choices\":[{\"labels\":{\"zhCN\":\"甲\",\"en\":\"A\"}},"
            + "{\"labels\":{\"zhCN\":\"乙\",\"en\":\"B\"}}]",
        "Marks");
    field("\"kind\":\"references\",\"reference\":\"customer\"", "Users");
  }

  @AfterEach
  void takeAllAway() {
    admin.send(HttpMethod.PATCH, OBJECTS + "/xPlate", "{\"retired\":true}", null);
    assertThat(admin.send(HttpMethod.DELETE, OBJECTS + "/xPlate", null, null).status())
        .isEqualTo(204);
  }

  @Test
  void changesAndRestoresEveryKindOfCustomField() {
    var one = plate("one", "\"xMarks\":[\"a\"],\"xWeight\":\"1.50\"");
    var two = plate("two", "\"xChecked\":\"2026-01-31\"");
    var changes = "{\"xWeight\":\"2.25\",\"xChecked\":\"2026-11-22\",\"xMarks\":[\"b\",\"a\"]}";

    var run = bulk.run(Bulk.some("xPlate", List.of(one, two), changes));

    assertThat(Bulk.outcome(run)).startsWith("done 2 changed");
    assertThat(shown(one)).isEqualTo("2.25 2026-11-22 [\"a\",\"b\"]").isEqualTo(shown(two));
    assertThat(Bulk.outcome(bulk.undo(run))).contains("2 undone 0 kept");
    assertThat(shown(one)).isEqualTo("1.50 null [\"a\"]");
    assertThat(shown(two)).isEqualTo("null 2026-01-31 []");
  }

  @Test
  void keepsRelationsThatTheWriterDoesNotSee() {
    var role = people.role();
    people.allow(role, "customer", "own");
    people.allow(role, "xPlate", "all");
    var user = people.user(null);
    people.give(user, role);
    var limited = new Bulk(people.api(user, "*"));
    var hidden = admin.create("/api/customers", "{\"name\":\"hidden\"}");
    var mine = limited.api().create("/api/customers", "{\"name\":\"mine\",\"code\":\"M\"}");
    var one = plate("one", "\"xUsers\":[\"%s\"]".formatted(hidden));
    var two = plate("two", "");
    var block = "{\"fields\":[\"xUsers\",\"xMarks\"],\"cells\":[[\"\",\"A; 乙\"],[\"M\",\"\"]]}";

    limited.run(Bulk.some("xPlate", List.of(one, two), "{\"xUsers\":[\"%s\"]}".formatted(mine)));
    var afterEdit = titles(one) + " " + titles(two);
    limited.run(Bulk.pasted("xPlate", List.of(one, two), block));

    assertThat(afterEdit).isEqualTo("mine,hidden mine");
    assertThat(titles(one) + " " + titles(two)).isEqualTo("hidden mine");
    assertThat(admin.get("/api/x-plates/" + one).body().get("xMarks").toString())
        .isEqualTo("[\"a\",\"b\"]");
  }

  private void field(String kind, String label) {
    var body = "{%s,\"labels\":{\"zhCN\":\"%s\",\"en\":\"%2$s\"}}".formatted(kind, label);
    done(admin.post(FIELDS, body));
  }

  private static void done(Api.Answer answer) {
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
  }

  private String plate(String name, String more) {
    var comma = more.isEmpty() ? "" : ",";
    return admin.create("/api/x-plates", "{\"name\":\"%s\"%s%s}".formatted(name, comma, more));
  }

  private String shown(String id) {
    var record = admin.get("/api/x-plates/" + id).body();
    var weight = record.get("xWeight");
    return (weight.isNull() ? "null" : weight.decimalValue().setScale(2).toString())
        + " "
        + record.get("xChecked").asString("null")
        + " "
        + record.get("xMarks");
  }

  private String titles(String id) {
    return String.join(
        ",",
        admin
            .get("/api/x-plates/" + id)
            .body()
            .get("xUsers")
            .valueStream()
            .map(used -> used.get("title").stringValue())
            .toList());
  }
}
