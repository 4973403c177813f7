package org.kezhi.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/// Filters whose meaning depends on who asks, and when.
@AppTest
class RelativeFilterTests {

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private People people;
  private Api admin;

  @BeforeEach
  void build() {
    people = new People(db, tokens, client);
    admin = people.administrator();
  }

  @Test
  void tellsDaysOfBirthFromToday() {
    liveWhereNoDayEnds();
    var today = today();
    born("yesterday", today.minusDays(1));
    born("today", today);
    born("tomorrow", today.plusDays(1));
    born("long ago", today.minusDays(40));

    assertThat(contacts("eq", "\"@today\"")).isEqualTo("today");
    assertThat(contacts("ne", "\"@today\"")).isEqualTo("long ago,tomorrow,yesterday");
    assertThat(contacts("lt", "\"@today\"")).isEqualTo("long ago,yesterday");
    assertThat(contacts("gt", "\"@today\"")).isEqualTo("tomorrow");
    assertThat(contacts("ge", "\"@yesterday\"")).isEqualTo("today,tomorrow,yesterday");
    assertThat(contacts("le", "\"@last2days\"")).isEqualTo("long ago,today,yesterday");
    assertThat(contacts("eq", "\"@last30days\"")).isEqualTo("today,yesterday");
    assertThat(contacts("eq", "\"@next2days\"")).isEqualTo("today,tomorrow");
    assertThat(contacts("lt", "\"@30daysAgo\"")).isEqualTo("long ago");
    assertThat(contacts("between", "[\"@30daysAgo\",\"@yesterday\"]")).isEqualTo("yesterday");
  }

  @Test
  void countsTheDayOfTheAsker() {
    var noon = noonAhead();
    var other = noon > 0 ? noon - 11 : noon + 11;
    var today = LocalDate.now(zone(noon));
    due("morning", today.atTime(6, 0).atZone(zone(noon)));
    due("evening", today.atTime(18, 0).atZone(zone(noon)));

    live(zone(noon));
    assertThat(tasks("eq", "\"@today\"")).isEqualTo("evening,morning");
    live(zone(other));
    assertThat(tasks("eq", "\"@today\"")).isEqualTo(noon > 0 ? "evening" : "morning");
    assertThat(tasks("lt", "\"@today\"")).isEqualTo(noon > 0 ? "morning" : "");
    assertThat(tasks("gt", "\"@today\"")).isEqualTo(noon > 0 ? "" : "evening");
  }

  @Test
  void reachesEveryPlaceThatFilters() {
    liveWhereNoDayEnds();
    born("today", today());
    born("long ago", today().minusDays(40));
    var filter = "{\"field\":\"birthday\",\"op\":\"eq\",\"value\":\"@thisYear\"}";
    var not = "{\"not\":" + filter + "}";
    var all = "{\"or\":[" + filter + "," + not + "]}";

    assertThat(count(all)).isEqualTo(2);
    assertThat(
            admin
                .post("/api/contacts/groups", "{\"filter\":" + filter + "}")
                .body()
                .get("groups")
                .get(0)
                .get("count")
                .intValue())
        .isEqualTo(count(filter));
    var view =
        "{\"object\":\"contact\",\"name\":\"本年\",\"state\":{\"filter\":%s}}".formatted(filter);
    var kept = admin.post("/api/views", view);
    assertThat(kept.status()).isEqualTo(201);
    assertThat(kept.body().at("/state/filter/value").asString()).isEqualTo("@thisYear");
    assertThat(
            admin
                .list(
                    "/api/contacts",
                    "{\"field\":\"customer.createdAt\",\"op\":\"eq\",\"value\":\"@today\"}",
                    "")
                .status())
        .isEqualTo(200);
  }

  @Test
  void refusesWhatIsNoDay() {
    for (var value : List.of("@someday", "@last0days", "@me", "@last9999999days")) {
      var filter = "{\"field\":\"birthday\",\"op\":\"eq\",\"value\":\"" + value + "\"}";
      var answer = admin.list("/api/contacts", filter, "");
      assertThat(answer.status()).as(value).isEqualTo(400);
      assertThat(answer.slug()).isEqualTo("invalid-filter");
    }
  }

  @Test
  void knowsTheTeamOfTheAsker() {
    var here = people.unit("here", null);
    var below = people.unit("below", here);
    var role = people.role();
    people.allow(role, "customer", "all");
    var lead = people.user(here);
    people.give(lead, role);
    var asker = people.api(lead, "*");
    owned("mine", lead);
    owned("colleague's", people.user(here));
    owned("below's", people.user(below));
    var stranger = people.user(people.unit("elsewhere", null));
    owned("stranger's", stranger);

    assertThat(customers(asker, "in", "[\"@team\"]")).isEqualTo("below's,colleague's,mine");
    assertThat(customers(asker, "eq", "\"@team\"")).isEqualTo("below's,colleague's,mine");
    assertThat(customers(asker, "notIn", "[\"@team\"]")).isEqualTo("stranger's");
    assertThat(customers(asker, "in", "[\"@team\",\"" + stranger + "\"]"))
        .isEqualTo("below's,colleague's,mine,stranger's");
    assertThat(customers(asker, "in", "[\"@me\"]")).isEqualTo("mine");
    assertThat(customers(admin, "in", "[\"@team\"]")).isEmpty();
  }

  private static LocalDate today() {
    return LocalDate.now(zone(noonAhead()));
  }

  /// No day ends there while a test runs.
  private void liveWhereNoDayEnds() {
    live(zone(noonAhead()));
  }

  /// How many hours those are ahead of UTC for whom it is about noon.
  private static int noonAhead() {
    return 12 - OffsetDateTime.now(ZoneOffset.UTC).getHour();
  }

  private static ZoneId zone(int ahead) {
    return ZoneId.of(ahead > 0 ? "Etc/GMT-" + ahead : "Etc/GMT+" + -ahead);
  }

  private void live(ZoneId zone) {
    var setting = "{\"wanted\":false,\"minute\":480,\"zone\":\"" + zone.getId() + "\"}";
    assertThat(admin.put("/api/digest", setting).status()).isLessThan(300);
  }

  private void born(String name, LocalDate day) {
    var customer = admin.create("/api/customers", "{\"name\":\"%s\"}".formatted(name));
    var contact = "{\"name\":\"%s\",\"birthday\":\"%s\",\"customer\":\"%s\"}";
    admin.create("/api/contacts", contact.formatted(name, day, customer));
  }

  private void due(String subject, ZonedDateTime at) {
    var task =
        "{\"kind\":\"task\",\"subject\":\"%s\",\"dueAt\":\"%s\"}"
            .formatted(subject, at.toInstant());
    admin.create("/api/activities", task);
  }

  private void owned(String name, UUID owner) {
    admin.create("/api/customers", "{\"name\":\"%s\",\"owner\":\"%s\"}".formatted(name, owner));
  }

  private String contacts(String op, String value) {
    return names(admin, "contacts", "birthday", op, value, "name");
  }

  private String tasks(String op, String value) {
    return names(admin, "activities", "dueAt", op, value, "subject");
  }

  private String customers(Api asker, String op, String value) {
    return names(asker, "customers", "owner", op, value, "name");
  }

  private static String names(
      Api asker, String path, String field, String op, String value, String title) {
    var filter = "{\"field\":\"%s\",\"op\":\"%s\",\"value\":%s}".formatted(field, op, value);
    var answer = asker.list("/api/" + path, filter, "&columns=" + title + "&sort=" + title);
    assertThat(answer.status()).as(filter).isEqualTo(200);
    return answer.column(title);
  }

  private int count(String filter) {
    return admin.list("/api/contacts/count", filter, "").body().get("total").intValue();
  }
}
