package org.kezhi.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/// The company says when it works.
@AppTest
class WorkingHoursModuleTests {

  private static final String PATH = "/api/working-hours";

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;
  @Autowired WorkingCalendars calendars;

  @Test
  void countsByWhatTheCompanySays() {
    var people = new People(db, tokens, client);
    var admin = people.administrator();
    var hours =
        """
        {"week":{"SATURDAY":[{"from":"08:00","to":"10:00"}]},
         "exceptions":[{"day":"2026-03-09","name":"调休","worksAs":"SATURDAY"}]}
        """;

    assertThat(admin.get(PATH).body().at("/week/MONDAY/0/from").stringValue()).isEqualTo("09:00");
    assertThat(admin.put(PATH, hours).status()).isEqualTo(200);
    assertThat(admin.get(PATH).body().at("/exceptions/0/worksAs").stringValue())
        .isEqualTo("SATURDAY");
    var saturday = Instant.parse("2026-03-07T00:00:00Z");
    assertThat(calendars.current().addWorkingTime(saturday, Duration.ofHours(3)))
        .contains(Instant.parse("2026-03-09T01:00:00Z"));
    assertThat(people.inRole("sales").put(PATH, hours).status()).isEqualTo(403);
  }

  @Test
  void refusesWhatCannotBe() {
    var admin = new People(db, tokens, client).administrator();
    var overlapping =
        "{\"week\":{\"MONDAY\":[{\"from\":\"08:00\",\"to\":\"12:00\"},{\"from\":\"11:00\",\"to\":\"13:00\"}]},\"exceptions\":[]}";
    var twice =
        "{\"week\":{},\"exceptions\":[{\"day\":\"2026-01-01\",\"name\":\"a\"},{\"day\":\"2026-01-01\",\"name\":\"b\"}]}";

    assertThat(admin.put(PATH, overlapping).errors()).isEqualTo("week.MONDAY:overlapping");
    assertThat(admin.put(PATH, twice).errors()).isEqualTo("exceptions.2026-01-01:notUnique");
    assertThat(admin.put(PATH, "{\"week\":{\"NOLAND\":[]},\"exceptions\":[]}").status())
        .isEqualTo(400);
  }
}
