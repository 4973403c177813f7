package org.kezhi.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/// Birthdays and anniversaries come up by themselves.
@AppTest
class CareDateTests {

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;
  @Autowired Clock clock;

  @Test
  void bringsUpTheSameDayOfEveryYear() {
    var people = new People(db, tokens, client);
    var admin = people.administrator();
    var today = LocalDate.now(clock.withZone(ZoneId.of("Asia/Shanghai")));
    var customer =
        admin.create(
            "/api/customers",
            "{\"name\":\"西湖\",\"anniversary\":\"%s\"}".formatted(today.plusDays(2).minusYears(8)));
    var born = "{\"name\":\"%s\",\"customer\":\"%s\",\"birthday\":\"%s\"}";
    admin.create("/api/contacts", born.formatted("Li", customer, today.minusYears(40)));
    admin.create("/api/contacts", born.formatted("late", customer, today.plusDays(9)));

    var dates = admin.get("/api/care-dates");
    assertThat(dates.column("title")).isEqualTo("Li,西湖");
    assertThat(dates.column("years")).isEqualTo("40,8");
    assertThat(dates.column("label")).isEqualTo("Birthday,Anniversary");
    var role = people.role();
    people.allow(role, "contact", "all");
    people.limit(role, "contact", "birthday", "hidden");
    UUID user = people.user(null);
    people.give(user, role);
    assertThat(people.api(user, "*").get("/api/care-dates").column("title")).isEmpty();
  }

  @Test
  void givesLeapDaysTheDayBeforeInOtherYears() {
    assertThat(CareDates.monthDays(LocalDate.of(2027, 2, 27), 3))
        .containsExactly(227, 228, 229, 301);
    assertThat(CareDates.monthDays(LocalDate.of(2028, 2, 28), 2)).containsExactly(228, 229);
    var leapDay = LocalDate.of(2000, 2, 29);
    assertThat(CareDates.comes(leapDay, LocalDate.of(2027, 2, 20)))
        .isEqualTo(LocalDate.of(2027, 2, 28));
    assertThat(CareDates.comes(leapDay, LocalDate.of(2027, 3, 1)))
        .isEqualTo(LocalDate.of(2028, 2, 29));
  }
}
