package org.kezhi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.APP_USER;
import static org.kezhi.db.Tables.AUDIT_ENTRY;
import static org.kezhi.db.Tables.CUSTOMER;
import static org.kezhi.db.Tables.IMPORT_RUN;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezhi.access.Tokens;
import org.kezhi.database.DataFolder;
import org.kezhi.search.SearchIndex;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AppTest
class CommandsTests {

  @Autowired DSLContext db;
  @Autowired Tokens tokens;
  @Autowired RestTestClient client;
  @Autowired DataFolder folder;
  @Autowired SearchIndex search;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Api admin;

  @BeforeEach
  void appoint() {
    admin = new People(db, tokens, client).administrator();
  }

  @Test
  void startsNothingForHelp() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("import", "value", "check", "Exit codes");
  }

  @Test
  void fitsAModelWithoutTheProgram(@TempDir Path folder) throws IOException {
    var file = folder.resolve("sales.csv");
    var lines = new StringBuilder("客户,日期,金额\n");
    for (var customer = 1; customer <= 40; customer++) {
      for (var day = 1; day <= 1 + customer % 7; day++) {
        lines.append(
            "K%d,2026-0%d-%02d,%d\n".formatted(customer, day, 1 + customer % 28, 10 + day));
      }
    }
    Files.writeString(file, lines);

    assertThat(run("model", "fit", file.toString(), "--model", "bg-nbd", "--json")).isZero();
    var fit = JsonMapper.shared().readTree(out.toString());
    assertThat(fit.path("customers").intValue()).isEqualTo(40);
    assertThat(fit.path("parameters").path("r").doubleValue()).isPositive();
    assertThat(run("model", "fit", file.toString(), "--model", "arima")).isEqualTo(2);
    assertThat(run("model", "fit", file.toString(), "--model", "gamma-gamma")).isZero();
    assertThat(out.toString()).contains("correlation");
    Files.writeString(file, "客户,日期,金额\nK1,yesterday,5\n");
    assertThat(run("model", "fit", file.toString(), "--model", "bg-nbd")).isEqualTo(1);
    assertThat(err.toString()).contains("Line 2");
  }

  @Test
  void tellsWhatIsWrongWithTheCommand() {
    assertThat(run("token", "create")).isEqualTo(2);
    assertThat(err.toString()).contains("--user");
  }

  @Test
  void addsAUserWhoCanLogIn() {
    assertThat(run("user", "add", "wangfang", "--display-name", "王芳", "--role", "sales,reader"))
        .isZero();

    var password = out.toString().lines().toList().getLast().replace("Password 密码: ", "");
    var answer =
        client
            .post()
            .uri("/api/session")
            .header("Content-Type", "application/json")
            .body("{\"userName\":\"wangfang\",\"password\":\"%s\"}".formatted(password))
            .exchange()
            .expectBody(String.class)
            .returnResult();
    assertThat(answer.getStatus().value()).isIn(200, 403);
    assertThat(db.fetchExists(APP_USER, APP_USER.DISPLAY_NAME.eq("王芳"))).isTrue();
  }

  @Test
  void writesDownThatTheCommandLineWasUsed() {
    run("user", "add", "wangfang", "--role", "sales");
    run("token", "create", "--user", "wangfang", "--scope", "customer:read");

    var entries = db.selectFrom(AUDIT_ENTRY).where(AUDIT_ENTRY.CHANNEL.eq("cli")).fetch();
    assertThat(entries.getValues(AUDIT_ENTRY.CHANGES).toString())
        .contains("api_token", "user_role");
    assertThat(entries.getValues(AUDIT_ENTRY.ACTOR)).containsOnly(admin.user());
  }

  @Test
  void refusesARoleThatIsNotThere() {
    assertThat(run("user", "add", "wangfang", "--role", "emperor")).isEqualTo(1);
    assertThat(err.toString()).contains("roles");
  }

  @Test
  void makesATokenThatCanDoOneThing() {
    run("user", "add", "li", "--role", "administrator");
    out.getBuffer().setLength(0);

    assertThat(run("token", "create", "--user", "li", "--scope", "customer:read")).isZero();

    var li = new Api(client, admin.user(), out.toString().strip());
    assertThat(li.get("/api/customers").status()).isEqualTo(200);
    assertThat(li.get("/api/products").status()).isEqualTo(404);
    assertThat(li.post("/api/customers", "{\"name\":\"杭州灯具厂\"}").status()).isEqualTo(403);
    assertThat(li.post("/api/accounts", "{\"userName\":\"x\",\"roles\":[]}").status())
        .isEqualTo(403);
  }

  @Test
  void refusesAScopeThatNobodyKnows() {
    run("user", "add", "li", "--role", "sales");

    assertThat(run("token", "create", "--user", "li", "--scope", "custmer:read")).isEqualTo(1);
    assertThat(err.toString()).contains("custmer:read");
  }

  @Test
  void actsWithTheRightsOfTheUserThatIsNamed() {
    run("user", "add", "li", "--role", "sales");

    assertThat(run("check", "--as", "li")).isEqualTo(1);
    assertThat(run("check", "--as", "nobody")).isEqualTo(1);
    assertThat(err.toString()).contains("nobody");
  }

  @Test
  void triesAFileOutAndWritesNothing(@TempDir Path files) throws IOException {
    var file = files.resolve("customers.csv");
    Files.writeString(
        file, "code,name,email\nA,One,a@example.com\nB,,\nA,Again,\nC,Three,nobody\n");
    var counts = "{\"read\":4,\"created\":1,\"updated\":0,\"skipped\":1,\"bad\":2}";

    assertThat(run("import", "customer", file.toString(), "--dry-run", "--json")).isEqualTo(3);
    assertThat(json().get("counts")).isEqualTo(JsonMapper.shared().readTree(counts));
    assertThat(err.toString()).contains(",3,Name: ", ",5,E-mail: ");
    assertThat(db.fetchCount(CUSTOMER) + db.fetchCount(IMPORT_RUN)).isZero();
    assertThat(db.fetchExists(AUDIT_ENTRY, AUDIT_ENTRY.OBJECT.eq("customer"))).isFalse();

    out.getBuffer().setLength(0);
    assertThat(run("import", "customer", file.toString(), "--json")).isEqualTo(3);
    assertThat(json().get("counts")).isEqualTo(JsonMapper.shared().readTree(counts));
  }

  @Test
  void checksWhatMustHold() {
    admin.create("/api/orders", "{\"currency\":\"CNY\"}");
    search.rebuild(_ -> {});

    assertThat(run("check")).as(out + " " + err).isZero();
    assertThat(out.toString()).contains("All checks hold");

    db.execute("update sales_order set amount = 1");

    assertThat(run("check")).isEqualTo(3);
    assertThat(out.toString()).contains("1 broken");
  }

  @Test
  void keepsTheKeyToThisMachineAndToItsOwner() throws Exception {
    var program = RunningProgram.find(folder.path()).orElseThrow();
    var run = folder.path().resolve("run");

    assertThat(Files.getPosixFilePermissions(run)).hasSize(2);
    var answer =
        client
            .get()
            .uri("/api/session")
            .header("Authorization", "Bearer " + program.key())
            .header("X-Forwarded-For", "203.0.113.7")
            .exchange()
            .expectBody(String.class)
            .returnResult();
    assertThat(answer.getStatus().value()).isEqualTo(401);
  }

  private JsonNode json() {
    return JsonMapper.shared().readTree(out.toString());
  }

  private int run(String... arguments) {
    var terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true));
    var servers =
        new Servers(
            folder.path(),
            _ -> {
              throw new IllegalStateException();
            },
            terminal);
    return Commands.with(terminal, servers).execute(arguments);
  }
}
