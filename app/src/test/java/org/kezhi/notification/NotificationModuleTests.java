package org.kezhi.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.CUSTOMER;
import static org.kezhi.db.Tables.JOB;
import static org.kezhi.db.Tables.NOTICE;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.job.Jobs;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@AppTest
class NotificationModuleTests {

  private static final NoticeKind NAMED = new NoticeKind("jobFailed", Topic.MENTION, true);
  private static final NoticeKind CHANGED = new NoticeKind("jobDone", Topic.CHANGE, false);

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;
  @Autowired Notices notices;
  @Autowired Jobs jobs;
  @Autowired PlatformTransactionManager transactions;

  private People people;
  private Api reader;
  private Api writer;
  private UUID role;

  @BeforeEach
  void build() {
    people = new People(db, tokens, client);
    role = people.role();
    people.allow(role, "customer", "own", "own");
    reader = worker();
    writer = worker();
  }

  @Test
  void tellsEverybodyOnceAndNotWhoCausedIt() {
    var both = List.of(reader.user(), writer.user());
    var notice = Notice.of(NAMED, "comment:1", both).by(writer.user()).saying("八月的报价");

    send(notice);
    send(notice);

    var told = reader.get("/api/notifications").body().get("items");
    assertThat(told.size()).isEqualTo(1);
    assertThat(told.get(0).get("text").stringValue()).isEqualTo("八月的报价: failed");
    assertThat(told.get(0).at("/by/id").stringValue()).isEqualTo(writer.user().toString());
    assertThat(writer.get("/api/notifications").body().get("items").size()).isZero();
  }

  @Test
  void saysWhatHappenedInTheWordsOfTheReader() {
    var what =
        Wording.of("job.importUndo", Wording.of("object.customer.plural"), LocalDate.EPOCH, 5);

    send(Notice.of(NAMED, "k", List.of(reader.user())).saying(what));

    assertThat(reader.get("/api/notifications").column("text"))
        .isEqualTo("Undo the import of Customers: failed");
  }

  @Test
  void hidesRecordsThatTheReaderMaySeeNoMore() {
    var customer = reader.create("/api/customers", "{\"name\":\"西湖茶业\",\"kind\":\"company\"}");
    send(
        Notice.of(NAMED, "k", List.of(reader.user()))
            .about("customer", UUID.fromString(customer))
            .by(writer.user())
            .saying("the offer"));

    var before = reader.get("/api/notifications").body().at("/items/0");
    db.update(CUSTOMER).set(CUSTOMER.OWNER_ID, writer.user()).execute();
    var after = reader.get("/api/notifications").body().at("/items/0");

    assertThat(before.at("/record/title").stringValue()).isEqualTo("西湖茶业");
    assertThat(before.get("text").stringValue()).isEqualTo("the offer: failed");
    assertThat(after.toString())
        .contains("may not see")
        .doesNotContain("西湖", "offer", customer, writer.user().toString());
  }

  @Test
  void countsWhatIsUnread() {
    for (var key : List.of("a", "b", "c")) {
      send(Notice.of(NAMED, key, List.of(reader.user())).saying(key));
    }
    var newest = reader.get("/api/notifications?limit=1").body().at("/items/0/id").stringValue();

    assertThat(unread()).isEqualTo(3);
    reader.put("/api/notifications/read-marks", "{\"ids\":[\"%s\"]}".formatted(newest));
    assertThat(unread()).isEqualTo(2);
    assertThat(reader.get("/api/notifications?unread=true").column("text"))
        .isEqualTo("b: failed,a: failed");
    writer.put("/api/notifications/read-marks", "{\"ids\":[]}");
    assertThat(unread()).isEqualTo(2);
    reader.put("/api/notifications/read-marks", "{\"ids\":[]}");
    assertThat(unread()).isZero();
    var back = "/api/notifications/" + newest + "/read-mark";
    assertThat(writer.send(HttpMethod.DELETE, back, null, null).status()).isEqualTo(404);
    assertThat(reader.send(HttpMethod.DELETE, back, null, null).status()).isEqualTo(204);
    assertThat(unread()).isEqualTo(1);
  }

  @Test
  void givesOnePageAfterTheOtherAndOneTopicAtATime() {
    for (var key : List.of("a", "b", "c")) {
      send(Notice.of(NAMED, key, List.of(reader.user())).saying(key));
      send(Notice.of(CHANGED, key + key, List.of(reader.user())).saying(key));
    }

    var first = reader.get("/api/notifications?topic=mention&limit=2");
    var cursor = first.body().get("nextCursor").stringValue();
    var second = reader.get("/api/notifications?topic=mention&limit=2&cursor=" + cursor);

    assertThat(first.column("text")).isEqualTo("c: failed,b: failed");
    assertThat(second.column("text")).isEqualTo("a: failed");
    assertThat(second.body().get("nextCursor").isNull()).isTrue();
  }

  @Test
  void tellsNoMoreChangesOfMutedRecords() {
    var customer = reader.create("/api/customers", "{\"name\":\"西湖茶业\",\"kind\":\"company\"}");
    var mute = "/api/notifications/mutes/customer/" + customer;
    var about = new Notice.About("customer", UUID.fromString(customer));

    assertThat(reader.put(mute, null).status()).isEqualTo(204);
    assertThat(reader.put("/api/notifications/mutes/nothing/" + customer, null).status())
        .isEqualTo(404);
    send(Notice.of(CHANGED, "1", List.of(reader.user())).about("customer", about.id()).saying("x"));
    send(Notice.of(NAMED, "2", List.of(reader.user())).about("customer", about.id()).saying("y"));

    assertThat(reader.get("/api/notifications").column("text")).isEqualTo("y: failed");
    assertThat(reader.get("/api/notifications/mutes").column("title")).isEqualTo("西湖茶业");
    reader.send(HttpMethod.DELETE, mute, null, null);
    send(Notice.of(CHANGED, "3", List.of(reader.user())).about("customer", about.id()).saying("z"));
    assertThat(reader.get("/api/notifications").column("text")).isEqualTo("z: done,y: failed");
  }

  @Test
  void tellsByTheWaysThatSomebodyHasChosen() {
    choose("jobFailed", false, true);
    choose("jobDone", false, false);

    send(Notice.of(NAMED, "by mail", List.of(reader.user())).saying("x"));
    send(Notice.of(CHANGED, "not at all", List.of(reader.user())).saying("y"));

    assertThat(unread()).isZero();
    assertThat(reader.get("/api/notifications").column("text")).isEmpty();
    assertThat(db.selectFrom(NOTICE).fetch(NOTICE.BUSINESS_KEY)).containsExactly("by mail");
    assertThat(reader.get("/api/notifications/settings").body().toString())
        .contains("\"kind\":\"jobDone\"", "\"topic\":\"work\"", "\"inApp\":false");
  }

  @Test
  void tellsWhoStartedWorkHowItEnded() {
    db.insertInto(NOTICE)
        .set(NOTICE.ID, new UUID(0x7000, Long.MIN_VALUE))
        .set(NOTICE.RECIPIENT_ID, reader.user())
        .set(NOTICE.KIND, "jobDone")
        .set(NOTICE.TOPIC, "work")
        .set(NOTICE.BUSINESS_KEY, "old")
        .set(NOTICE.IN_APP, true)
        .set(NOTICE.BY_MAIL, true)
        .set(NOTICE.CREATED_AT, OffsetDateTime.now().minusDays(181))
        .execute();

    jobs.start(ForgetNotices.NAME, "", Map.of(), reader.user());
    rest();

    assertThat(reader.get("/api/notifications").column("text"))
        .isEqualTo("Forgetting of old notices: done");
  }

  @Test
  void isForThePersonAlone() {
    var limited = people.api(reader.user(), "customer:read", "admin.jobs");

    assertThat(limited.get("/api/notifications").status()).isEqualTo(403);
    assertThat(limited.get("/api/notifications/unread").status()).isEqualTo(403);
    assertThat(limited.get("/api/notifications/events?seconds=0").status()).isEqualTo(403);
  }

  private void choose(String kind, boolean inApp, boolean byMail) {
    var choice = "{\"items\":[{\"kind\":\"%s\",\"inApp\":%s,\"byMail\":%s}]}";
    var answer = reader.put("/api/notifications/settings", choice.formatted(kind, inApp, byMail));
    assertThat(answer.status()).isEqualTo(200);
  }

  private int unread() {
    return reader.get("/api/notifications/unread").body().get("count").intValue();
  }

  private void send(Notice notice) {
    new TransactionTemplate(transactions).executeWithoutResult(_ -> notices.send(notice));
  }

  private Api worker() {
    var user = people.user(null);
    people.give(user, role);
    return people.api(user, "*");
  }

  private void rest() {
    while (db.fetchExists(JOB, JOB.STATE.in("queued", "running"))) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
