package org.kezhi.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.ACTIVITY;
import static org.kezhi.db.Tables.CUSTOMER;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.kezhi.transfer.Uploads;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/// What was, what is planned, and what the customer tells of both.
@AppTest
class ActivityModuleTests {

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;
  @Autowired Clock clock;
  @Autowired LastContacts lastContacts;

  private Api admin;
  private String first;
  private String second;
  private OffsetDateTime now;

  @BeforeEach
  void begin() {
    admin = new People(db, tokens, client).administrator();
    first = admin.create("/api/customers", "{\"name\":\"杭州\"}");
    second = admin.create("/api/customers", "{\"name\":\"Ningbo\"}");
    now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
  }

  @Test
  void tellsTheLastContactAndTheNextStep() {
    activity("call", first, now.minusDays(40), null);
    var visit = activity("visit", first, now.minusDays(3), null);
    activity("note", first, now.minusDays(1), null);
    activity("task", first, now, now.plusDays(5));
    activity("followUp", first, now, now.plusDays(2));

    assertThat(of(first, "daysSinceContact")).isEqualTo("3");
    assertThat(of(first, "nextStep")).isEqualTo("followUp");
    assertThat(of(first, "lastContactAt")).isEqualTo(now.minusDays(3).toInstant().toString());
    admin.patch("/api/activities/" + visit, 1, "{\"customer\":\"%s\"}".formatted(second));
    assertThat(of(first, "daysSinceContact")).isEqualTo("40");
    assertThat(of(second, "daysSinceContact")).isEqualTo("3");
    admin.delete("/api/activities/" + visit, 2);
    assertThat(of(second, "lastContactAt")).isEqualTo("-");
    admin.put("/api/activities/" + visit + "/restoration", "");
    assertThat(of(second, "daysSinceContact")).isEqualTo("3");
    assertThat(of(second, "version")).isEqualTo("1");
    assertThat(lastContacts.check().broken()).isZero();
  }

  @Test
  void isRightAfterAnImport() {
    new Uploads(admin)
        .run(
            "activity",
            """
            subject,kind,customer,happenedAt
            one,call,杭州,2026-01-02T10:00:00Z
            two,visit,杭州,2026-03-04T10:00:00Z
            three,email,Ningbo,2026-02-01T10:00:00Z
            """,
            "{}");

    assertThat(of(first, "lastContactAt")).isEqualTo("2026-03-04T10:00:00Z");
    assertThat(of(second, "lastContactAt")).isEqualTo("2026-02-01T10:00:00Z");
    assertThat(lastContacts.check().broken()).isZero();
  }

  @Test
  void findsWhatIsNotKept() {
    activity("call", first, now.minusDays(40), null);
    db.update(CUSTOMER).set(CUSTOMER.LAST_CONTACT_AT, now).execute();

    assertThat(lastContacts.check().broken()).isEqualTo(2);
  }

  @Test
  void sortsAndFiltersByThem() {
    activity("call", first, now.minusDays(40), null);
    activity("call", second, now.minusDays(4), null);
    admin.create("/api/customers", "{\"name\":\"never\"}");

    assertThat(admin.get("/api/customers?sort=-daysSinceContact&columns=name").column("name"))
        .isEqualTo("杭州,Ningbo,never");
    assertThat(admin.get("/api/customers?sort=-lastContactAt&columns=name").column("name"))
        .isEqualTo("Ningbo,杭州,never");
    var silent = "{\"field\":\"daysSinceContact\",\"op\":\"gt\",\"value\":30}";
    assertThat(admin.list("/api/customers", silent, "&columns=name").column("name"))
        .isEqualTo("杭州");
  }

  @Test
  void saysWhenAndByWhomItWasDone() {
    var task = activity("task", first, now, now.plusDays(5));
    admin.patch("/api/activities/" + task, 1, "{\"done\":true}");
    var done = admin.get("/api/activities/" + task).body();

    assertThat(done.path("doneAt").asString("-")).isNotEqualTo("-");
    assertThat(done.path("doneBy").path("id").asString()).isEqualTo(admin.user().toString());
    assertThat(of(first, "nextStep")).isEqualTo("-");
    admin.patch("/api/activities/" + task, 2, "{\"done\":false}");
    assertThat(admin.get("/api/activities/" + task).body().path("doneBy").isNull()).isTrue();
  }

  @Test
  void countsAPlannedVisitOnceItIsDone() {
    var visit = activity("visit", first, null, now.minusDays(2));
    assertThat(of(first, "lastContactAt")).isEqualTo("-");
    admin.patch("/api/activities/" + visit, 1, "{\"done\":true}");

    assertThat(of(first, "daysSinceContact")).isEqualTo("2");
  }

  @Test
  void plansWhatIsDatedAhead() {
    var visit = activity("visit", first, now.plusDays(2), null);

    assertThat(admin.get("/api/activities/" + visit).body().path("dueAt").asString())
        .isEqualTo(now.plusDays(2).toInstant().toString());
    assertThat(of(first, "lastContactAt")).isEqualTo("-");
  }

  @Test
  void makesTheNextOneOnce() {
    var due = OffsetDateTime.now(clock).plusDays(1).truncatedTo(ChronoUnit.SECONDS);
    var task =
        admin.create(
            "/api/activities",
            """
            {"kind":"task","subject":"月报","customer":"%s","dueAt":"%s","remindAt":"%s",
             "repeats":"monthly","priority":"high"}
            """
                .formatted(first, due, due.minusHours(1)));
    admin.patch("/api/activities/" + task, 1, "{\"done\":true,\"outcome\":\"agreed\"}");
    admin.patch("/api/activities/" + task, 2, "{\"done\":false}");
    admin.patch("/api/activities/" + task, 3, "{\"done\":true}");

    var open = "{\"field\":\"done\",\"op\":\"eq\",\"value\":false}";
    var columns = "&columns=subject,dueAt,remindAt,priority,outcome";
    var next = admin.list("/api/activities", open, columns);
    var zone = ZoneId.of("Asia/Shanghai");
    var later = due.atZoneSameInstant(zone).plusMonths(1).toInstant();
    assertThat(next.column("subject")).isEqualTo("月报");
    assertThat(next.column("dueAt")).isEqualTo(later.toString());
    assertThat(next.column("remindAt")).isEqualTo(later.minus(1, ChronoUnit.HOURS).toString());
    assertThat(next.column("priority") + next.column("outcome")).isEqualTo("high-");
    assertThat(of(first, "nextStepAt")).isEqualTo(later.toString());
    assertThat(admin.get("/api/search?q=月报").body().path("items")).hasSize(2);
  }

  @Test
  void refusesRepetitionWithoutATime() {
    var refused = admin.post("/api/activities", "{\"subject\":\"x\",\"repeats\":\"daily\"}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.errors()).isEqualTo("dueAt:required");
  }

  @Test
  void belongsToTheCustomerOfWhomeverTookPart() {
    var contact =
        admin.create("/api/contacts", "{\"name\":\"Li\",\"customer\":\"%s\"}".formatted(first));
    var call =
        admin.create(
            "/api/activities",
            "{\"kind\":\"call\",\"subject\":\"x\",\"contact\":\"%s\"}".formatted(contact));

    assertThat(db.fetchValue(ACTIVITY.CUSTOMER_ID, ACTIVITY.ID.eq(UUID.fromString(call))))
        .isEqualTo(UUID.fromString(first));
  }

  @Test
  void hidesFromWhomSeesFewerActivities() {
    activity("call", first, now.minusDays(4), null);
    var people = new People(db, tokens, client);
    var role = people.role();
    people.allow(role, "customer", "all");
    people.allow(role, "activity", "own");
    var user = people.user(null);
    people.give(user, role);
    var reader = people.api(user, "*");

    assertThat(reader.get("/api/customers/" + first).body().has("nextStep")).isFalse();
    assertThat(reader.get("/api/customers?columns=daysSinceContact").status()).isEqualTo(400);
  }

  private String activity(
      String kind, String customer, OffsetDateTime happened, OffsetDateTime due) {
    return admin.create(
        "/api/activities",
        "{\"kind\":\"%1$s\",\"subject\":\"%1$s\",\"customer\":\"%2$s\"%3$s%4$s}"
            .formatted(
                kind,
                customer,
                happened == null ? "" : ",\"happenedAt\":\"" + happened + "\"",
                due == null ? "" : ",\"dueAt\":\"" + due + "\""));
  }

  private String of(String customer, String field) {
    return admin.get("/api/customers/" + customer).body().path(field).asString("-");
  }
}
