package org.kezhi.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.ATTACHMENT;
import static org.kezhi.db.Tables.ATTACHMENT_VERSION;
import static org.kezhi.db.Tables.CUSTOMER;

import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/// Files are seen and changed by those who may see and change their record, and by nobody else.
@AppTest
class FileRightsTests {

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private People people;
  private Api owner;
  private Api reader;
  private Sender mine;
  private Sender others;
  private String file;

  @BeforeEach
  void begin() {
    people = new People(db, tokens, client);
    var admin = people.administrator();
    owner = limited("own", "own");
    reader = limited("all", "none");
    mine = Sender.to(admin, "customer", customer(admin, owner.user()));
    others = Sender.to(admin, "customer", customer(admin, admin.user()));
    mine.attach("mine.txt", "mine");
    file = others.attach("secretcontract.txt", "secret");
  }

  @Test
  void showsFilesOnlyWithTheirRecord() {
    var seen = others.as(owner);

    assertThat(seen.files().path("status").intValue()).isEqualTo(404);
    assertThat(owner.get("/api/files/" + file).status()).isEqualTo(404);
    assertThat(seen.text(file + "/content")).doesNotContain("secret");
    assertThat(owner.get("/api/search?q=secretcontract").column("id")).isEmpty();
    assertThat(owner.get("/api/customers?q=secretcontract").column("id")).isEmpty();
    assertThat(owner.get("/api/search?q=mine.txt").column("id"))
        .isEqualTo(mine.record().toString());
    assertThat(mine.as(owner).files().get("mayChange").booleanValue()).isTrue();
  }

  @Test
  void letsNobodyChangeWhatTheyMayOnlyRead() {
    var seen = others.as(reader);

    assertThat(seen.files().get("mayChange").booleanValue()).isFalse();
    assertThat(seen.text(file + "/content")).isEqualTo("secret");
    assertThat(seen.announce("a", 1, "").status()).isEqualTo(403);
    assertThat(reader.send(HttpMethod.DELETE, "/api/files/" + file, null, null).status())
        .isEqualTo(403);
    assertThat(reader.patch("/api/files/" + file, 1, "{\"name\":\"b\"}").status()).isEqualTo(403);
    assertThat(db.fetchCount(ATTACHMENT, ATTACHMENT.REMOVED_AT.isNotNull())).isZero();
  }

  @Test
  void takesNoVersionOfAFileOfAnotherRecord() {
    var smuggled = mine.announce("a", 1, ",\"file\":\"" + file + "\"");

    assertThat(smuggled.status()).isEqualTo(404);
    assertThat(mine.as(owner).announce("a", 1, ",\"file\":\"" + file + "\"").status())
        .isEqualTo(404);
    assertThat(db.fetchCount(ATTACHMENT_VERSION)).isEqualTo(2);
  }

  @Test
  void asksForTheRightAgainWithEveryPiece() {
    var upload = mine.as(owner).announce("a", 2, "").body().get("id").stringValue();
    mine.as(owner).send(upload, 0, "1".getBytes());
    db.update(CUSTOMER)
        .setNull(CUSTOMER.OWNER_ID)
        .where(CUSTOMER.ID.eq((UUID) mine.record()))
        .execute();

    assertThat(mine.as(owner).send(upload, 1, "2".getBytes()).status()).isEqualTo(404);
    assertThat(mine.send(upload, 1, "2".getBytes()).status()).isEqualTo(404);
    assertThat(mine.files().get("items").size()).isEqualTo(1);
  }

  private Api limited(String read, String write) {
    var role = people.role();
    people.allow(role, "customer", read, write);
    var user = people.user(null);
    people.give(user, role);
    return people.api(user, "*");
  }

  private static UUID customer(Api admin, UUID owner) {
    return UUID.fromString(
        admin.create("/api/customers", "{\"name\":\"a\",\"owner\":\"" + owner + "\"}"));
  }
}
