package org.kezhi.customization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

/// One kind of record from its making to its making anew, through everything that lists, boards,
/// files and sums do with it.
@AppTest
class CustomObjectLifeTests {

  private static final String OBJECTS = "/api/customization/objects";
  private static final String BERTHS = OBJECTS + "/xBerth/fields";
  private static final int ROWS = 60;

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private Api admin;
  private String port;
  private String yard;

  @BeforeEach
  void makeBerths() {
    admin = new People(db, tokens, client).administrator();
    port = admin.create("/api/customers", "{\"name\":\"宁波港口装备集团\",\"code\":\"K1\"}");
    yard = admin.create("/api/customers", "{\"name\":\"Yard Works\",\"code\":\"K2\"}");
    make();
  }

  @AfterEach
  void takeAllAway() {
    for (var object : admin.get(OBJECTS).body().get("items")) {
      if (object.get("custom").booleanValue()) {
        admin.send(HttpMethod.PATCH, OBJECTS + "/xBerth", "{\"retired\":true}", null);
        admin.send(HttpMethod.DELETE, OBJECTS + "/xBerth", null, null);
      }
    }
  }

  @Test
  void livesThroughEverythingAndComesBack() {
    design();
    fillByImport();
    standsOnABoard();
    isRelatedToMany();
    isSummedUp();
    isExported();
    showsWhatDependsOnItAndGoes();
    comesBackUnderTheSameName();
  }

  private void design() {
    field("Code", "\"kind\":\"text\",\"unique\":true");
    field(
        "Stage",
        """
        "kind":"choice","choices":[
          {"labels":{"zhCN":"计划","en":"Planned"},"color":"blue"},
          {"labels":{"zhCN":"已建","en":"Built"},"color":"brand"}]\
        """);
    field("Cost", "\"kind\":\"money\"");
    field("Users", "\"kind\":\"references\",\"reference\":\"customer\"");
    field("Half", "\"formula\":\"xCost / 2\"");
  }

  private void fillByImport() {
    var rows =
        IntStream.rangeClosed(1, ROWS)
            .mapToObj(n ->
                "泊位%d,B%02d,%s,%d,%s"
                    .formatted(
                        n, n, n % 3 == 0 ? "Built" : "计划", n * 100, n % 2 == 0 ? "K1;K2" : "K1"))
            .collect(
                Collectors.joining("\n", "Name,Code,Stage,Cost,Users\n", "\n坏,B99,none,x,K9\n"));
    var uploads = new Uploads(admin);
    var done = uploads.run(uploads.send("xBerth", rows));
    uploads.rest();
    assertThat(Uploads.counts(done))
        .isEqualTo("61 read, 60 created, 0 updated, 0 skipped, 1 bad, done");
  }

  private void standsOnABoard() {
    var board =
        admin.post(
            "/api/x-berths/lanes",
            "{\"by\":\"xStage\",\"keys\":[\"planned\",\"built\",null],\"columns\":[\"name\",\"xCost\"]}");
    assertThat(board.column("total")).isEqualTo("40,20,0");
    assertThat(board.body().at("/items/1/records").size()).isEqualTo(20);
    var first = board.body().at("/items/0/records/0");
    var path = "/api/x-berths/" + first.get("id").stringValue();
    assertThat(
            admin.patch(path, first.get("version").longValue(), "{\"xStage\":\"built\"}").status())
        .isEqualTo(200);
    assertThat(
            admin
                .patch(path, first.get("version").longValue() + 1, "{\"xStage\":\"planned\"}")
                .status())
        .isEqualTo(200);
  }

  private void isRelatedToMany() {
    assertThat(count("{\"field\":\"xUsers\",\"op\":\"in\",\"value\":[\"" + yard + "\"]}"))
        .isEqualTo(ROWS / 2);
    assertThat(count("{\"field\":\"xUsers.code\",\"op\":\"eq\",\"value\":\"K1\"}")).isEqualTo(ROWS);
    assertThat(admin.get("/api/customers/" + port + "/related").body().toString())
        .contains("\"object\":\"xBerth\",\"field\":\"xUsers\",\"count\":60");
  }

  private void isSummedUp() {
    var groups =
        admin.post(
            "/api/x-berths/groups",
            "{\"by\":[\"xStage\"],\"measures\":[\"count\",\"sum:xCost\",\"max:xHalf\"]}");
    var built = IntStream.rangeClosed(1, 20).map(n -> n * 300).sum();
    var all = IntStream.rangeClosed(1, ROWS).map(n -> n * 100).sum();
    assertThat(groups.body().at("/groups/0/key/xStage").stringValue()).isEqualTo("planned");
    assertThat(groups.body().at("/groups/0/measures/sum:xCost/amount").stringValue())
        .isEqualTo(String.valueOf(all - built));
    assertThat(groups.body().at("/groups/1/measures/sum:xCost/amount").stringValue())
        .isEqualTo(String.valueOf(built));
    assertThat(groups.body().at("/groups/1/measures/max:xHalf/amount").stringValue())
        .isEqualTo("3000");
  }

  private void isExported() {
    var columns = "[\"name\",\"xCode\",\"xStage\",\"xCost\",\"xUsers\"]";
    var started =
        admin.post(
            "/api/exports",
            "{\"object\":\"xBerth\",\"format\":\"csv\",\"columns\":"
                + columns
                + ",\"sort\":[\"xCode\"]}");
    assertThat(started.status()).as(started.body().toString()).isEqualTo(202);
    var job = started.body().get("jobId").stringValue();
    while (List.of("queued", "running")
        .contains(admin.get("/api/jobs/" + job).body().get("state").stringValue())) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    var file =
        client
            .get()
            .uri("/api/exports/" + started.body().get("id").stringValue() + "/content")
            .header("Authorization", "Bearer " + admin.token())
            .exchange()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    assertThat(file.lines()).hasSize(ROWS + 1);
    assertThat(file).contains("泊位2,B02,Planned,200");

    var uploads = new Uploads(admin);
    var again = uploads.run(uploads.send("xBerth", file));
    uploads.rest();
    assertThat(Uploads.counts(again)).contains("0 created, ").endsWith("0 bad, done");
  }

  private void showsWhatDependsOnItAndGoes() {
    admin.post(
        "/api/views",
        """
        {"object":"xBerth","name":"Berths","sharing":"private",
         "state":{"columns":["name"],"filter":{"field":"xStage","op":"notEmpty"}}}
        """);
    admin.send(HttpMethod.PATCH, OBJECTS + "/xBerth", "{\"retired\":true}", null);
    var uses = admin.get(OBJECTS + "/xBerth/uses").body().get("items").toString();
    assertThat(uses).contains("\"kind\":\"records\",\"label\":\"\",\"count\":60");
    assertThat(admin.send(HttpMethod.DELETE, OBJECTS + "/xBerth", null, null).status())
        .isEqualTo(204);
    assertThat(admin.get("/api/x-berths").status()).isEqualTo(404);
    assertThat(admin.get("/api/customers/" + port + "/related").body().toString())
        .doesNotContain("xBerth");
    assertThat(admin.get("/api/customers/" + port).status()).isEqualTo(200);
  }

  private void comesBackUnderTheSameName() {
    make();
    field("Cost", "\"kind\":\"date\"");
    field("Users", "\"kind\":\"reference\",\"reference\":\"product\"");
    assertThat(count("{\"field\":\"xUsers\",\"op\":\"empty\"}")).isZero();
    admin.create("/api/x-berths", "{\"name\":\"anew\",\"xCost\":\"2026-11-22\"}");
    assertThat(count("{\"field\":\"xCost\",\"op\":\"ge\",\"value\":\"2026-11-01\"}")).isEqualTo(1);
    assertThat(admin.get("/api/views?object=xBerth").body().toString()).doesNotContain("Berths");
    assertThat(admin.get("/api/meta").body().toString())
        .contains("xBerth")
        .doesNotContain("xStage");
  }

  private void make() {
    var berth =
        """
        {"labels":{"zhCN":"泊位","en":"Berth"},"pluralLabels":{"zhCN":"泊位","en":"Berths"},
         "icon":"order","owned":true}
        """;
    var made = admin.post(OBJECTS, berth);
    assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
    assertThat(made.body().get("name").stringValue()).isEqualTo("xBerth");
  }

  private void field(String english, String what) {
    var labels = "\"labels\":{\"zhCN\":\"" + english + "\",\"en\":\"" + english + "\"}";
    var answer = admin.post(BERTHS, "{" + what + "," + labels + "}");
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
  }

  private int count(String filter) {
    var body = admin.list("/api/x-berths/count", filter, "").body();
    return body.get("total").intValue();
  }
}
