package org.kezhi.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.APP_USER;
import static org.kezhi.db.Tables.OUTGOING_MAIL;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@AppTest
class DigestTests {

  /// A zone in which it is about noon, so that no day ends while a test runs.
  private static final String NOON = noon();

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;
  @Autowired Digests digests;

  private Api admin;
  private Api reader;

  @BeforeEach
  void build() {
    var people = new People(db, tokens, client);
    admin = people.administrator();
    reader = people.inRole("administrator");
    db.update(APP_USER)
        .set(APP_USER.EMAIL, "mei@tea.example")
        .where(APP_USER.ID.eq(reader.user()))
        .execute();
    admin.put(
        "/api/mail/server",
        """
        {"server":{"host":"127.0.0.1","port":1,"security":"none","userName":null,
         "sender":"kezhi@tea.example","address":"https://crm.tea.example/"},"password":null}
        """);
  }

  @Test
  void sendsWhatIsUnreadAndWhatIsDueOnceADay() {
    choose(true, 12 * 60 - 60);
    var customer = give("西湖茶业");
    var today = LocalDate.now(ZoneId.of(NOON));
    task(customer, "Offer for August", today);
    task(customer, "Not yet", today.plusDays(1));

    digests.makeDue();
    digests.makeDue();

    var mails = db.selectFrom(OUTGOING_MAIL).fetch();
    assertThat(mails).hasSize(1);
    assertThat(mails.getFirst().getRecipient()).isEqualTo("mei@tea.example");
    assertThat(mails.getFirst().getSubject()).isEqualTo("客至早报：1 项待办，1 条未读");
    assertThat(mails.getFirst().getBody())
        .contains("Offer for August", "西湖茶业", "让您成为负责人")
        .contains("https://crm.tea.example/customers/" + customer)
        .doesNotContain("Not yet");
  }

  @Test
  void sendsNothingWhereNothingStands() {
    choose(true, 12 * 60 - 60);

    digests.makeDue();

    assertThat(db.fetchCount(OUTGOING_MAIL)).isZero();
  }

  @Test
  void sendsNothingBeforeItsTimeOrToThoseWhoDoNotWantIt() {
    give("西湖茶业");
    choose(true, 13 * 60 + 30);
    digests.makeDue();
    choose(false, 11 * 60);
    digests.makeDue();

    assertThat(db.fetchCount(OUTGOING_MAIL)).isZero();
  }

  @Test
  void mailsNoNoticeThatWasReadOrMailed() {
    choose(true, 12 * 60 - 60);
    give("西湖茶业");
    reader.put("/api/notifications/read-marks", "{\"ids\":[]}");

    digests.makeDue();

    assertThat(db.fetchCount(OUTGOING_MAIL)).isZero();
  }

  @Test
  void refusesZonesThatThereAreNot() {
    var answer =
        reader.put("/api/digest", "{\"wanted\":true,\"minute\":480,\"zone\":\"UTC'; drop\"}");

    assertThat(answer.errors()).isEqualTo("zone:unknownZone");
    assertThat(reader.get("/api/digest").body().get("canSend").booleanValue()).isTrue();
  }

  private void choose(boolean wanted, int minute) {
    var body = "{\"wanted\":%s,\"minute\":%d,\"zone\":\"%s\"}";
    assertThat(reader.put("/api/digest", body.formatted(wanted, minute, NOON)).status())
        .isEqualTo(200);
  }

  /// A customer that the administrator makes the reader's.
  private String give(String name) {
    return admin.create(
        "/api/customers",
        "{\"name\":\"%s\",\"kind\":\"company\",\"owner\":\"%s\"}".formatted(name, reader.user()));
  }

  private void task(String customer, String subject, LocalDate due) {
    reader.create(
        "/api/activities",
        """
        {"kind":"task","subject":"%s","customer":"%s","dueAt":"%sT04:00:00Z","owner":"%s"}
        """
            .formatted(subject, customer, due, reader.user()));
  }

  private static String noon() {
    var ahead = 12 - OffsetDateTime.now(ZoneOffset.UTC).getHour();
    return ahead > 0 ? "Etc/GMT-" + ahead : "Etc/GMT+" + -ahead;
  }
}
