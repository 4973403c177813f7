package org.kezhi.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.AUDIT_ENTRY;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.testing.Api;
import org.kezhi.testing.Api.Answer;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.CompanyData;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/// One history of everything that happened with a customer.
@AppTest
class TimelineTests {

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private People people;
  private Api admin;
  private String customer;

  @BeforeEach
  void begin() {
    people = new People(db, tokens, client);
    admin = people.administrator();
    customer = new CompanyData(db).customer("西湖").toString();
  }

  @Test
  void tellsEverythingNewestFirst() {
    activity("call", "电话一", "\"happenedAt\":\"2026-03-01T08:00:00Z\"");
    activity("visit", "拜访", "\"happenedAt\":\"2026-03-03T08:00:00Z\"");
    new CompanyData(db).order(UUID.fromString(customer), "2026-03-02T08:00:00Z");

    var first = timeline("limit=2&kinds=activity,order");
    var cursor = first.body().get("nextCursor").stringValue();
    var second = timeline("limit=2&kinds=activity,order&cursor=" + cursor);
    assertThat(first.column("object")).isEqualTo("activity,order");
    assertThat(second.column("object")).isEqualTo("activity");
    assertThat(second.body().get("nextCursor").isNull()).isTrue();
    assertThat(second.body().get("items").get(0).at("/record/subject").stringValue())
        .isEqualTo("电话一");
  }

  @Test
  void putsFirstWhatLiesAhead() {
    var now = OffsetDateTime.now();
    activity("task", "later", "\"dueAt\":\"%s\"".formatted(now.plusDays(9)));
    activity("visit", "sooner", "\"dueAt\":\"%s\"".formatted(now.plusDays(1)));
    activity("task", "done", "\"dueAt\":\"%s\",\"done\":true".formatted(now.minusDays(1)));

    var timeline = timeline("kinds=activity").body();
    assertThat(timeline.get("upcoming"))
        .extracting(item -> item.at("/record/subject").stringValue())
        .containsExactly("sooner", "later");
    assertThat(timeline.get("items"))
        .extracting(item -> item.at("/record/subject").stringValue())
        .containsExactly("done");
  }

  @Test
  void shinesALightOnChanges() {
    admin.patch("/api/customers/" + customer, 1, "{\"city\":\"杭州\"}");
    var newest = timeline("kinds=change").body().get("items").get(0);

    assertThat(newest.at("/change/action").stringValue()).isEqualTo("update");
    assertThat(newest.at("/change/changes/0/label").stringValue()).isEqualTo("City");
    assertThat(newest.at("/change/changes/0/to").stringValue()).isEqualTo("杭州");
    assertThat(timeline("kinds=activity").column("object")).isEmpty();
  }

  @Test
  void showsWhatIsAskedFor() {
    var other = people.inRole("administrator");
    activity("call", "Angebot besprochen", "\"happenedAt\":\"2026-03-01T08:00:00Z\"");
    activity("note", "报价单已发", "\"happenedAt\":\"2026-03-02T08:00:00Z\"");
    other.create(
        "/api/activities",
        "{\"kind\":\"email\",\"subject\":\"hers\",\"customer\":\"%s\",\"happenedAt\":\"2026-03-03T16:30:00Z\"}"
            .formatted(customer));

    assertThat(subjects("kinds=activity:call,activity:note")).isEqualTo("报价单已发,Angebot besprochen");
    assertThat(subjects("q=ANGEBOT")).isEqualTo("Angebot besprochen");
    assertThat(subjects("kinds=activity&person=" + other.user())).isEqualTo("hers");
    assertThat(subjects("kinds=activity&from=2026-03-02&to=2026-03-03")).isEqualTo("报价单已发");
    assertThat(subjects("kinds=activity&from=2026-03-04")).isEqualTo("hers");
    assertThat(timeline("from=soon").status()).isEqualTo(400);
    assertThat(timeline("cursor=broken").status()).isEqualTo(400);
  }

  @Test
  void isThatOfAContactToo() {
    var contact =
        admin.create("/api/contacts", "{\"name\":\"Li\",\"customer\":\"%s\"}".formatted(customer));
    activity("call", "with Li", "\"contact\":\"%s\"".formatted(contact));
    activity("call", "without", "\"duration\":5");

    var timeline = admin.get("/api/contacts/" + contact + "/timeline?kinds=activity").body();
    assertThat(timeline.get("items")).hasSize(1);
  }

  @Test
  void keepsCommentsAndCountsThem() {
    var call = activity("call", "x", "\"duration\":5");
    var path = "/api/activities/" + call + "/comments";
    admin.post(path, "{\"body\":\" 做得好 \"}");
    var reader = people.inRole("administrator");
    var comments = reader.post(path, "{\"body\":\"thanks\"}");

    assertThat(comments.column("body")).isEqualTo("做得好,thanks");
    assertThat(comments.column("mine")).isEqualTo("false,true");
    assertThat(timeline("kinds=activity").column("comments")).isEqualTo("2");
    var first = comments.body().get("items").get(0).get("id").stringValue();
    assertThat(reader.delete(path + "/" + first, 1).status()).isEqualTo(404);
    assertThat(admin.delete(path + "/" + first, 1).status()).isEqualTo(204);
    assertThat(admin.get(path).column("body")).isEqualTo("thanks");
    assertThat(admin.post(path, "{\"body\":\"  \"}").status()).isEqualTo(400);
  }

  @Test
  void letsPeopleChangeWhatTheySaid() {
    var path = "/api/activities/" + activity("call", "x", "\"duration\":5") + "/comments";
    var said = admin.post(path, "{\"body\":\"teh offer\"}").body().get("items").get(0);
    assertThat(said.get("edited").isNull()).isTrue();
    var comment = path + "/" + said.get("id").stringValue();

    var same = admin.put(comment, "{\"body\":\"teh offer \"}").body().get("items").get(0);
    assertThat(same.get("edited").isNull()).isTrue();
    var changed = admin.put(comment, "{\"body\":\"the offer\"}");
    assertThat(changed.column("body")).isEqualTo("the offer");
    assertThat(changed.body().at("/items/0/edited").isString()).isTrue();
    assertThat(people.inRole("administrator").put(comment, "{\"body\":\"x\"}").status())
        .isEqualTo(404);
    assertThat(admin.put(comment, "{\"body\":\" \"}").status()).isEqualTo(400);
    admin.delete(comment, 1);
    assertThat(admin.put(comment, "{\"body\":\"x\"}").status()).isEqualTo(404);

    var kept = db.selectFrom(AUDIT_ENTRY).where(AUDIT_ENTRY.OBJECT.eq("comment")).fetch();
    assertThat(kept.getValues(AUDIT_ENTRY.ACTOR)).containsOnly(admin.user());
    assertThat(kept.getValues(AUDIT_ENTRY.CHANGES, String.class).toString())
        .contains("teh offer", "the offer");
  }

  @Test
  void pinsOneEntry() {
    var pin = "/api/customers/" + customer + "/pin";
    var call = activity("call", "first", "\"duration\":5");
    var other = activity("call", "second", "\"duration\":5");
    var entry = "{\"object\":\"activity\",\"id\":\"%s\"}";

    assertThat(admin.put(pin, entry.formatted(call)).status()).isEqualTo(204);
    assertThat(admin.put(pin, entry.formatted(other)).status()).isEqualTo(204);
    assertThat(timeline("").body().at("/pinned/record/subject").stringValue()).isEqualTo("second");
    assertThat(timeline("q=first").body().get("pinned").isNull()).isTrue();
    admin.delete(pin, 1);
    assertThat(timeline("").body().get("pinned").isNull()).isTrue();
    assertThat(admin.put(pin, entry.formatted(customer)).status()).isEqualTo(404);
  }

  @Test
  void showsOnlyWhatTheReaderMaySee() {
    activity("call", "secret", "\"duration\":5");
    var role = people.role();
    people.allow(role, "customer", "all");
    people.limit(role, "customer", "city", "hidden");
    var user = people.user(null);
    people.give(user, role);
    admin.patch("/api/customers/" + customer, 1, "{\"city\":\"杭州\"}");

    var seen = people.api(user, "*").get("/api/customers/" + customer + "/timeline");
    assertThat(seen.body().toString()).doesNotContain("secret", "杭州");
    assertThat(seen.column("object")).isEqualTo("change");
  }

  private String activity(String kind, String subject, String more) {
    return admin.create(
        "/api/activities",
        "{\"kind\":\"%s\",\"subject\":\"%s\",\"customer\":\"%s\",%s}"
            .formatted(kind, subject, customer, more));
  }

  private Answer timeline(String query) {
    return admin.get("/api/customers/" + customer + "/timeline?" + query);
  }

  private String subjects(String query) {
    var subjects = new StringBuilder();
    for (var item : timeline(query).body().get("items")) {
      subjects.append(subjects.isEmpty() ? "" : ",").append(item.at("/record/subject").asString());
    }
    return subjects.toString();
  }
}
