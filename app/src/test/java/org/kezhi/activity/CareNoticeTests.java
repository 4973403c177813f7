package org.kezhi.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.NOTICE;

import java.time.LocalDate;
import java.util.StringJoiner;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.record.ObjectTypes;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/// Birthdays and anniversaries are told to whoever is responsible, in time and once.
@AppTest
class CareNoticeTests {

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;
  @Autowired ObjectTypes types;
  @Autowired CareNotices care;

  private People people;
  private Api admin;
  private Api seller;
  private String customer;

  @BeforeEach
  void build() {
    people = new People(db, tokens, client);
    admin = people.administrator();
    var role = people.role();
    people.allow(role, "customer", "own");
    people.allow(role, "contact", "own");
    var user = people.user(null);
    people.give(user, role);
    seller = people.api(user, "*");
    customer =
        admin.create(
            "/api/customers",
            "{\"name\":\"西湖茶业\",\"anniversary\":\"2019-03-08\",\"owner\":\"%s\"}".formatted(user));
  }

  @Test
  void tellsSomeDaysAheadAndOnTheDay() {
    on("2027-03-04");
    assertThat(told(seller)).isEmpty();
    on("2027-03-05");
    assertThat(told(seller)).isEqualTo("Coming up: Anniversary, Mar 8, 2027");
    on("2027-03-06");
    on("2027-03-07");
    assertThat(told(seller)).isEqualTo("Coming up: Anniversary, Mar 8, 2027");
    on("2027-03-08");
    on("2027-03-08");
    assertThat(told(seller)).isEqualTo("Today: Anniversary,Coming up: Anniversary, Mar 8, 2027");
    on("2027-03-09");
    on("2028-03-06");
    assertThat(told(seller)).startsWith("Coming up: Anniversary, Mar 8, 2028,Today:");
    assertThat(told(admin)).isEmpty();
  }

  @Test
  void tellsTheOwnerOfTheCustomerOfItsContacts() {
    born("林悦", "1990-03-08");
    on("2027-03-08");

    assertThat(seller.get("/api/notifications").body().toString())
        .contains("林悦", "Today: Birthday", "西湖茶业", "Today: Anniversary");
  }

  @Test
  void keepsLeapDaysInEveryYear() {
    born("林悦", "1996-02-29");

    on("2027-02-25");
    assertThat(told(seller)).isEqualTo("Coming up: Birthday, Feb 28, 2027");
    on("2027-02-28");
    on("2027-03-01");
    assertThat(told(seller)).isEqualTo("Today: Birthday,Coming up: Birthday, Feb 28, 2027");
    on("2028-02-28");
    assertThat(told(seller)).startsWith("Coming up: Birthday, Feb 29, 2028,Today:");
    on("2028-02-29");
    assertThat(told(seller)).startsWith("Today: Birthday,Coming up: Birthday, Feb 29, 2028");
  }

  @Test
  void reachesOverTheEndOfTheYear() {
    born("林悦", "1990-01-02");
    on("2026-12-31");

    assertThat(told(seller)).isEqualTo("Coming up: Birthday, Jan 2, 2027");
  }

  @Test
  void followsWhatTheCompanyHasChosen() {
    assertThat(admin.get("/api/care-date-settings").body().get("daysAhead").intValue())
        .isEqualTo(3);
    assertThat(admin.put("/api/care-date-settings", "{\"daysAhead\":0}").status()).isEqualTo(200);
    on("2027-03-07");
    assertThat(told(seller)).isEmpty();
    on("2027-03-08");
    assertThat(told(seller)).isEqualTo("Today: Anniversary");
    assertThat(admin.put("/api/care-date-settings", "{\"daysAhead\":31}").status()).isEqualTo(400);
    assertThat(seller.put("/api/care-date-settings", "{\"daysAhead\":1}").status()).isEqualTo(403);
  }

  @Test
  void tellsNobodyWhatTheyMayNotSee() {
    var role = people.role();
    people.allow(role, "customer", "all");
    people.limit(role, "customer", "anniversary", "hidden");
    UUID user = people.user(null);
    people.give(user, role);
    admin.create(
        "/api/customers",
        "{\"name\":\"x\",\"anniversary\":\"2019-03-08\",\"owner\":\"%s\"}".formatted(user));
    on("2027-03-08");
    assertThat(db.fetchCount(NOTICE, NOTICE.RECIPIENT_ID.eq(user), NOTICE.KIND.eq("careDate")))
        .isZero();

    admin.delete("/api/customers/" + customer, 1);
    on("2028-03-08");
    assertThat(
            db.fetchCount(
                NOTICE, NOTICE.RECIPIENT_ID.eq(seller.user()), NOTICE.KIND.eq("careDate")))
        .isEqualTo(1);
  }

  private void born(String name, String day) {
    admin.create(
        "/api/contacts",
        "{\"name\":\"%s\",\"customer\":\"%s\",\"birthday\":\"%s\"}".formatted(name, customer, day));
  }

  private void on(String day) {
    for (var type : types.all()) {
      type.careDates().forEach(date -> care.tell(type, date, LocalDate.parse(day)));
    }
  }

  /// Only of care dates; becoming somebody's owner is told too.
  private static String told(Api reader) {
    var texts = new StringJoiner(",");
    for (var notice : reader.get("/api/notifications").body().get("items")) {
      if ("careDate".equals(notice.get("kind").stringValue())) {
        texts.add(notice.get("text").stringValue());
      }
    }
    return texts.toString();
  }
}
