package org.kezhi.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.AUDIT_ENTRY;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import tools.jackson.databind.json.JsonMapper;

/// What was exported comes back without changing anything, whatever kind of field it is.
@AppTest
class RoundTripTests {

  private static final String OBJECTS = "/api/customization/objects";
  private static final List<String> KINDS =
      List.of(
          "Key text,\"unique\":true",
          "Long longText",
          "Count number,\"decimals\":2",
          "Money money",
          "Share percent",
          "Day date",
          "At instant",
          "Yes yesNo",
          "Phone phone",
          "Mail email",
          "Web url",
          "Credit creditCode",
          "Tone choice,\"choices\":[%1$s]",
          "Tags choices,\"choices\":[%1$s]",
          "Customer reference,\"reference\":\"customer\"",
          "Parts references,\"reference\":\"product\"");
  private static final String CHOICES =
      "{\"labels\":{\"zhCN\":\"红; 亮\",\"en\":\"=Red; bright\"}},"
          + "{\"labels\":{\"zhCN\":\"蓝\",\"en\":\"Blue\"}}";

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private Api admin;
  private Uploads uploads;

  @BeforeEach
  void makeProbes() {
    admin = new People(db, tokens, client).administrator();
    uploads = new Uploads(admin);
    created(
        OBJECTS,
        """
        {"labels":{"zhCN":"样本","en":"Probe"},"pluralLabels":{"zhCN":"样本","en":"Probes"},
         "icon":"order","owned":true}
        """);
    for (var kind : KINDS) {
      var name = kind.substring(0, kind.indexOf(' '));
      var rest = kind.substring(name.length() + 1).formatted(CHOICES).replaceFirst(",|$", "\"$0");
      field("\"kind\":\"" + rest, name);
    }
    field("\"kind\":\"formula\",\"formula\":\"xCount * 2\"", "Double");
    var customers =
        List.of(
            admin.create("/api/customers", "{\"code\":\"D1\",\"name\":\"同名公司\"}"),
            admin.create("/api/customers", "{\"code\":\"D2\",\"name\":\"同名公司\"}"));
    var parts = new ArrayList<String>();
    for (var name : List.of("Twin", "Twin", "A; \\\"B\\\"", "=1+1")) {
      parts.add(
          admin.create(
              "/api/products", "{\"code\":\"P%s\",\"name\":\"%s\"}".formatted(parts.size(), name)));
    }
    probe(customers.getLast(), parts);
    admin.create("/api/x-probes", "{\"name\":\"-5\",\"xKey\":\"'=2\"}");
    var longest = "=" + "x".repeat(499);
    admin.create("/api/x-probes", "{\"name\":\"%s\",\"xKey\":\"3\"}".formatted(longest));
  }

  private void probe(String customer, List<String> parts) {
    var values =
        """
        "name":"=SUM(A1)","xKey":"@one","xLong":"'=first\\nsecond, \\"third\\"\\n\\t- x","xCount":-1234567890.25,
        "xMoney":"9999999999999.123456","xShare":0.125,"xDay":"1899-05-05",
        "xAt":"2026-01-02T03:04:05.123456Z","xYes":true,"xPhone":"+8613812345678;ext=12",
        "xMail":"-a@example.com","xWeb":"https://example.com/=x","xCredit":"9144030071526726XG",
        "xTone":"%2$s","xTags":["%3$s","%2$s"],"xCustomer":"%1$s","xParts":%4$s
        """;
    var tones = new ArrayList<String>();
    for (var object : admin.get("/api/meta").body().get("objects")) {
      for (var field : object.get("fields")) {
        if ("xTone".equals(field.get("name").stringValue())) {
          field.get("options").forEach(choice -> tones.add(choice.get("value").stringValue()));
        }
      }
    }
    var json =
        values.formatted(
            customer,
            tones.getFirst(),
            tones.getLast(),
            JsonMapper.shared().writeValueAsString(parts.subList(1, 4)));
    admin.create("/api/x-probes", "{" + json + "}");
  }

  @AfterEach
  void takeAway() {
    uploads.rest();
    admin.send(HttpMethod.PATCH, OBJECTS + "/xProbe", "{\"retired\":true}", null);
    admin.send(HttpMethod.DELETE, OBJECTS + "/xProbe", null, null);
  }

  @Test
  void changesNothing() {
    for (var file : List.of("csv en", "csv zh-CN", "xlsx en", "xlsx zh-CN")) {
      var format = file.substring(0, file.indexOf(' '));
      var bytes = exported(format, file.substring(format.length() + 1));
      var entries = db.fetchCount(AUDIT_ENTRY);
      var before = records();

      var draft = uploads.send("xProbe", "probes." + format, bytes);
      var done =
          uploads.run(uploads.choose(draft, "{\"policy\":\"update\",\"matchField\":\"xKey\"}"));

      assertThat(done.get("badValues").toString()).as(file).isEqualTo("[]");
      assertThat(records()).as(file).isEqualTo(before);
      assertThat(Uploads.counts(done))
          .as(file)
          .isEqualTo("3 read, 0 created, 0 updated, 3 skipped, 0 bad, done");
      assertThat(db.fetchCount(AUDIT_ENTRY)).as(file).isEqualTo(entries);
    }
  }

  @Test
  void saysWhichColumnsTheRecordsComputeThemselves() {
    var draft = uploads.send("xProbe", "probes.csv", exported("csv", "en")).body();

    var computed = new ArrayList<String>();
    draft
        .get("headers")
        .forEach(header -> {
          if (header.get("computed").booleanValue()) {
            computed.add(header.get("name").stringValue());
          }
        });
    assertThat(computed).contains("Double").doesNotContain("Count", "Name");
    assertThat(draft.get("problems").toString()).isEqualTo("[]");
  }

  @Test
  void takesChoicesByLabelOrCodeAndRecordsByAnyKey() {
    admin.create(
        "/api/customers",
        "{\"code\":\"D3\",\"name\":\"三\",\"phone\":\"+8613900000003\",\"email\":\"three@example.com\","
            + "\"creditCode\":\"9144030071526726XG\"}");
    var text =
        """
        Name,Tone,Tags,Customer
        a,BLUE,"蓝;""=red; BRIGHT\""",three@example.com
        b,蓝,blue,+8613900000003
        c,"红; 亮",Blue；蓝,9144030071526726XG
        d,blue,,D3
        e,green,,三
        f,,,同名公司
        """;

    var done = uploads.run("xProbe", text, "{\"policy\":\"create\",\"matchField\":null}");

    assertThat(Uploads.counts(done))
        .isEqualTo("6 read, 4 created, 0 updated, 0 skipped, 2 bad, done");
    assertThat(done.get("badValues").findValuesAsString("code"))
        .containsExactly("notAChoice", "notFound");
    var made = admin.get("/api/x-probes?sort=name&columns=name,xTone,xTags,xCustomer").body();
    var shown = new ArrayList<String>();
    for (var item : made.get("items")) {
      if (item.get("name").stringValue().length() == 1) {
        shown.add(
            item.get("xTone").asString()
                + item.get("xTags").size()
                + item.at("/xCustomer/title").asString());
      }
    }
    assertThat(shown).allMatch(one -> one.endsWith("三"));
    assertThat(shown)
        .extracting(one -> one.replaceAll("\\D", ""))
        .containsExactly("2", "1", "1", "0");
  }

  @Test
  void refusesCellsThatMayHaveLostTheirEnd() {
    var text = "长".repeat(40_000);
    admin.create(
        "/api/x-probes",
        JsonMapper.shared().writeValueAsString(Map.of("name", "long", "xKey", "L", "xLong", text)));

    var draft = uploads.send("xProbe", "probes.xlsx", exported("xlsx", "en"));
    var done =
        uploads.run(uploads.choose(draft, "{\"policy\":\"update\",\"matchField\":\"xKey\"}"));

    assertThat(done.get("badValues").findValuesAsString("code")).containsExactly("fullCell");
    assertThat(Uploads.counts(done)).contains("0 created, 0 updated, 3 skipped, 1 bad");
  }

  private byte[] exported(String format, String language) {
    var columns = new ArrayList<String>();
    for (var object : admin.get("/api/meta").body().get("objects")) {
      if ("xProbe".equals(object.get("name").stringValue())) {
        object.get("fields").forEach(field -> columns.add(field.get("name").stringValue()));
      }
    }
    var wanted =
        Map.of("object", "xProbe", "format", format, "columns", columns, "sort", List.of("name"));
    var started =
        client
            .post()
            .uri("/api/exports")
            .header("Authorization", "Bearer " + admin.token())
            .header("Accept-Language", language)
            .header("Content-Type", "application/json")
            .body(JsonMapper.shared().writeValueAsString(wanted))
            .exchange()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    uploads.rest();
    var id = JsonMapper.shared().readTree(started).get("id").stringValue();
    return client
        .get()
        .uri(URI.create("/api/exports/" + id + "/content"))
        .header("Authorization", "Bearer " + admin.token())
        .exchange()
        .expectBody(byte[].class)
        .returnResult()
        .getResponseBody();
  }

  private String records() {
    var all = new StringBuilder();
    for (var item : admin.get("/api/x-probes?limit=200&sort=name").body().get("items")) {
      all.append(admin.get("/api/x-probes/" + item.get("id").stringValue()).body()).append('\n');
    }
    return all.toString();
  }

  private void field(String kind, String name) {
    created(
        OBJECTS + "/xProbe/fields",
        "{%s,\"labels\":{\"zhCN\":\"%s字段\",\"en\":\"%s\"}}".formatted(kind, name, name));
  }

  private void created(String path, String body) {
    var answer = admin.post(path, body);
    assertThat(answer.status()).as(body + answer.body()).isEqualTo(201);
  }
}
