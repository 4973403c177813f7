package org.kezhi.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.APP_USER;
import static org.kezhi.db.Tables.NOTICE;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.CompanyData;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/// Reminders, people who are named, and calendars that other programs read.
@AppTest
class PlanTests {

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;
  @Autowired Clock clock;
  @Autowired Reminders reminders;
  @Autowired FeedRepository feeds;

  private People people;
  private Api admin;
  private OffsetDateTime now;

  @BeforeEach
  void begin() {
    people = new People(db, tokens, client);
    admin = people.administrator();
    now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }

  @Test
  void remindsOnceOfEachTime() {
    var task = task("回访", now.plusHours(1), now.minusMinutes(1));
    task("later", now.plusHours(3), now.plusHours(2));
    var done = task("done", now.plusHours(1), now.minusMinutes(1));
    admin.patch("/api/activities/" + done, 1, "{\"done\":true}");

    reminders.send();
    reminders.send();

    var told = admin.get("/api/notifications");
    assertThat(told.column("kind")).isEqualTo("reminder");
    assertThat(told.body().at("/items/0/text").stringValue()).contains("回访");
    admin.patch(
        "/api/activities/" + task, 1, "{\"remindAt\":\"%s\"}".formatted(now.minusSeconds(5)));
    reminders.send();
    assertThat(admin.get("/api/notifications").column("kind")).isEqualTo("reminder,reminder");
  }

  @Test
  void tellsThoseWhoAreNamedAndSeeIt() {
    var customer = new CompanyData(db).customer("西湖").toString();
    var colleague = named("陈晓明", "administrator");
    var other = named("陈晓", "administrator");
    var stranger = named("周洋", "sales");

    var call =
        admin.create(
            "/api/activities",
            "{\"kind\":\"call\",\"subject\":\"x\",\"body\":\"@陈晓明 看一下，@周洋\",\"customer\":\"%s\"}"
                .formatted(customer));

    assertThat(kinds(colleague)).isEqualTo("mention");
    assertThat(kinds(other)).isEmpty();
    assertThat(db.fetchCount(NOTICE, NOTICE.RECIPIENT_ID.eq(stranger.user()))).isZero();
    admin.patch("/api/activities/" + call, 1, "{\"body\":\"@陈晓明 @陈晓 看一下\"}");
    assertThat(kinds(colleague)).isEqualTo("mention");
    assertThat(kinds(other)).isEqualTo("mention");
    var comments = "/api/activities/" + call + "/comments";
    var said = admin.post(comments, "{\"body\":\"@陈晓 谢谢\"}").column("id");
    assertThat(kinds(other)).isEqualTo("mention,mention");
    admin.put(comments + "/" + said, "{\"body\":\"@陈晓 @陈晓明 谢谢\"}");
    assertThat(kinds(other)).isEqualTo("mention,mention");
    assertThat(kinds(colleague)).isEqualTo("mention,mention");
    var readers = admin.get("/api/activities/" + call + "/readers?q=%E9%99%88");
    assertThat(readers.body().toString()).contains("陈晓明").doesNotContain("周洋");
    assertThat(stranger.get("/api/activities/" + call + "/readers").status()).isEqualTo(404);
  }

  @Test
  void letsOtherProgramsReadOnesOwnPlans() {
    task("拜访西湖", now.plusDays(1), now.plusHours(20));
    task("another's", now.plusDays(1), null);
    db.execute("update activity set owner_id = null where subject = 'another''s'");
    var secret = feeds.renew(admin.user());

    assertThat(feed(secret))
        .contains("BEGIN:VALARM", "SUMMARY:拜访西湖", "TRANSP:TRANSPARENT")
        .doesNotContain("another");
    var renewed = feeds.renew(admin.user());
    assertThat(status(secret)).isEqualTo(404);
    assertThat(status(renewed)).isEqualTo(200);
    feeds.revoke(admin.user());
    assertThat(status(renewed)).isEqualTo(404);
    assertThat(admin.post("/api/calendar-feed", "").status()).isEqualTo(403);
  }

  @Test
  void closesTheFeedOfWhoeverHasLeft() {
    var leaver = people.user(null);
    var secret = feeds.renew(leaver);
    db.update(APP_USER).set(APP_USER.ACTIVE, false).where(APP_USER.ID.eq(leaver)).execute();

    assertThat(status(secret)).isEqualTo(404);
  }

  private String task(String subject, OffsetDateTime due, OffsetDateTime remind) {
    return admin.create(
        "/api/activities",
        "{\"kind\":\"task\",\"subject\":\"%s\",\"dueAt\":\"%s\"%s}"
            .formatted(subject, due, remind == null ? "" : ",\"remindAt\":\"" + remind + "\""));
  }

  private Api named(String name, String role) {
    var api = people.inRole(role);
    UUID id = api.user();
    db.update(APP_USER).set(APP_USER.DISPLAY_NAME, name).where(APP_USER.ID.eq(id)).execute();
    return api;
  }

  private static String kinds(Api reader) {
    return reader.get("/api/notifications").column("kind");
  }

  private String feed(String secret) {
    return client
        .get()
        .uri("/feeds/" + secret + ".ics")
        .exchange()
        .expectHeader()
        .contentType("text/calendar;charset=UTF-8")
        .expectBody(String.class)
        .returnResult()
        .getResponseBody();
  }

  private int status(String secret) {
    return client
        .get()
        .uri("/feeds/" + secret + ".ics")
        .exchange()
        .expectBody(String.class)
        .returnResult()
        .getStatus()
        .value();
  }
}
