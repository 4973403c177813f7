package org.kezhi.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.OUTGOING_MAIL;
import static org.kezhi.db.Tables.SETTING;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.OffsetDateTime;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@AppTest
class MailTests {

  private static final long PATIENCE = 20_000;

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;
  @Autowired Outbox outbox;
  @Autowired Sending sending;
  @Autowired PlatformTransactionManager transactions;

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private Api admin;
  private int port;

  @BeforeEach
  void start() {
    server.start();
    server.setUser("kezhi@tea.example", "kezhi", "s3cret word");
    port = server.getSmtp().getPort();
    admin = new People(db, tokens, client).administrator();
    assertThat(setUp(port, "\"s3cret word\"").status()).isEqualTo(200);
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void sendsEachMailOnceUnderANumberThatStays() throws MessagingException, IOException {
    put("digest:1", "mei@tea.example");
    put("digest:1", "mei@tea.example");
    sending.sendDue();

    assertThat(server.waitForIncomingEmail(PATIENCE, 1)).isTrue();
    var first = server.getReceivedMessages()[0];
    assertThat(first.getSubject()).isEqualTo("早报 Morning");
    assertThat(first.getContent().toString()).contains("您好");
    assertThat(first.getFrom()[0]).hasToString("kezhi@tea.example");
    assertThat(server.getReceivedMessages()).hasSize(1);

    db.update(OUTGOING_MAIL)
        .set(OUTGOING_MAIL.STATE, "waiting")
        .set(OUTGOING_MAIL.NEXT_ATTEMPT_AT, OffsetDateTime.now().minusSeconds(1))
        .execute();
    sending.sendDue();

    assertThat(server.waitForIncomingEmail(PATIENCE, 2)).isTrue();
    assertThat(server.getReceivedMessages()[1].getMessageID()).isEqualTo(first.getMessageID());
  }

  @Test
  void keepsTryingWhileTheServerIsAway() {
    server.stop();
    put("digest:2", "mei@tea.example");
    sending.sendDue();

    var waiting = admin.get("/api/mail/outbox").body().at("/items/0");
    assertThat(waiting.get("state").stringValue()).isEqualTo("waiting");
    assertThat(waiting.get("attempts").intValue()).isEqualTo(1);
    assertThat(waiting.get("error").stringValue()).isNotEmpty();
    assertThat(OffsetDateTime.parse(waiting.get("nextAttemptAt").stringValue()))
        .isAfter(OffsetDateTime.now().plusSeconds(30));
  }

  @Test
  void givesUpAtOnceWhereTheAddressIsNone() {
    put("digest:3", "nobody\r\nBcc: all@tea.example");
    sending.sendDue();

    var failed = admin.get("/api/mail/outbox").body().at("/items/0");
    assertThat(failed.get("state").stringValue()).isEqualTo("failed");
    assertThat(server.getReceivedMessages()).isEmpty();
    var again = "/api/mail/outbox/" + failed.get("id").stringValue() + "/retry";
    assertThat(admin.put(again, null).status()).isEqualTo(204);
    assertThat(admin.get("/api/mail/outbox").column("state")).isEqualTo("waiting");
  }

  @Test
  void keepsThePasswordToItself() {
    var detail = admin.get("/api/mail/server").body();

    assertThat(detail.get("hasPassword").booleanValue()).isTrue();
    assertThat(detail.toString()).doesNotContain("s3cret");
    assertThat(db.select(SETTING.VALUE).from(SETTING).fetch(SETTING.VALUE).toString())
        .doesNotContain("s3cret");
    assertThat(setUp(port, "null").body().get("hasPassword").booleanValue()).isTrue();
    assertThat(setUp(port + 1, "null").body().get("hasPassword").booleanValue()).isFalse();
  }

  @Test
  void triesTheServerAndSaysWhatItSays() {
    var trial = admin.post("/api/mail/server/trial", "{\"to\":\"mei@tea.example\"}");
    assertThat(trial.status()).isEqualTo(204);
    assertThat(server.waitForIncomingEmail(PATIENCE, 1)).isTrue();

    setUp(port, "\"wrong\"");
    var refused = admin.post("/api/mail/server/trial", "{\"to\":\"mei@tea.example\"}");

    assertThat(refused.slug()).isEqualTo("mail-not-sent");
    assertThat(refused.body().get("detail").stringValue()).contains("The mail server says: ");
  }

  private Api.Answer setUp(int at, String password) {
    return admin.put(
        "/api/mail/server",
        """
        {"server":{"host":"127.0.0.1","port":%d,"security":"none","userName":"kezhi",
         "sender":"kezhi@tea.example","address":"https://crm.tea.example"},"password":%s}
        """
            .formatted(at, password));
  }

  private void put(String key, String to) {
    new TransactionTemplate(transactions)
        .executeWithoutResult(_ -> outbox.put(new Mail(key, to, "早报 Morning", "您好")));
  }
}
