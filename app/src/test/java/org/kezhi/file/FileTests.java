package org.kezhi.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.ATTACHMENT;
import static org.kezhi.db.Tables.ATTACHMENT_VERSION;
import static org.kezhi.db.Tables.FILE_CONTENT;
import static org.kezhi.db.Tables.FILE_UPLOAD;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.database.DataFolder;
import org.kezhi.db.Tables;
import org.kezhi.job.Jobs;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/// Files of records: how they come, change, are found, and go.
@AppTest
class FileTests {

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;
  @Autowired Jobs jobs;
  @Autowired ContentStore store;
  @Autowired Arriving arriving;
  @Autowired StoredContents contents;
  @Autowired DataFolder data;

  private Api admin;
  private UUID customer;
  private Sender sender;

  @BeforeEach
  void begin() {
    admin = new People(db, tokens, client).administrator();
    customer = UUID.fromString(admin.create("/api/customers", "{\"name\":\"杭州云起\"}"));
    sender = Sender.to(admin, "customer", customer);
  }

  @Test
  void arrivesInPiecesAndGoesOnWhereItWas() {
    var upload = sender.announce("合同.txt", 10, ",\"mark\":\"m\"").body().get("id").stringValue();

    assertThat(sender.send(upload, 0, "hello".getBytes()).body().get("received").intValue())
        .isEqualTo(5);
    var misplaced = sender.send(upload, 3, "xx".getBytes());
    assertThat(misplaced.slug()).isEqualTo("upload-goes-on-elsewhere");
    assertThat(misplaced.body().get("received").intValue()).isEqualTo(5);
    assertThat(sender.announce("合同.txt", 10, ",\"mark\":\"m\"").body().get("id").stringValue())
        .isEqualTo(upload);
    assertThat(admin.get("/api/customers/" + customer + "/uploads").column("id")).isEqualTo(upload);
    var done = sender.send(upload, 5, "world".getBytes()).body();
    assertThat(done.get("done").booleanValue()).isTrue();
    assertThat(sender.send(upload, 5, "world".getBytes()).body()).isEqualTo(done);

    var file = sender.files().get("items").get(0);
    assertThat(file.get("name").stringValue()).isEqualTo("合同.txt");
    assertThat(file.get("type").stringValue()).isEqualTo("text/plain");
    assertThat(file.get("sha256").stringValue())
        .isEqualTo("936a185caaa266bb9cbe981e9e05cb78cd732b0b3280eb944412bb6f8f8f07af");
    assertThat(sender.text(file.get("id").stringValue() + "/content")).isEqualTo("helloworld");
    assertThat(admin.get("/api/customers/" + customer + "/uploads").column("id")).isEmpty();
    assertThat(Files.exists(arriving.path(UUID.fromString(upload)))).isFalse();
  }

  @Test
  void keepsEveryVersionAndEachContentOnce() {
    var file = sender.attach("a.txt", "one");
    sender.attach("b.txt", "one");
    sender.attach("a2.txt", "two".getBytes(), ",\"file\":\"" + file + "\"");

    var now = admin.get("/api/files/" + file).body();
    assertThat(now.get("number").intValue()).isEqualTo(2);
    assertThat(now.get("name").stringValue()).isEqualTo("a2.txt");
    assertThat(sender.text(file + "/content")).isEqualTo("two");
    assertThat(sender.text(file + "/content?number=1")).isEqualTo("one");
    assertThat(db.fetchCount(FILE_CONTENT)).isEqualTo(2);
    assertThat(sender.download(file + "/content?number=3").getStatus().value()).isEqualTo(410);
  }

  @Test
  void tellsLettersWithDateAndDirection() {
    var letter =
        sender.attach(
            "scan.pdf",
            "%PDF-1.7".getBytes(),
            ",\"kind\":\"letter\",\"direction\":\"in\",\"documentDate\":\"2026-03-01\"");
    var note = sender.attach("note.txt", "note");
    var timeline = admin.get("/api/customers/" + customer + "/timeline?kinds=file");

    assertThat(timeline.column("object")).isEqualTo("file,file");
    assertThat(timeline.body().at("/items/0/record/file").stringValue()).isEqualTo(note);
    assertThat(timeline.body().at("/items/1/record/direction").stringValue()).isEqualTo("in");
    assertThat(timeline.body().at("/items/1/at").stringValue()).isEqualTo("2026-03-01T04:00:00Z");

    var changed =
        admin.patch(
            "/api/files/" + letter,
            1,
            "{\"name\":\"fax.pdf\",\"kind\":\"fax\",\"direction\":\"out\",\"documentDate\":\"2026-03-02\"}");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.body().get("kind").stringValue()).isEqualTo("fax");
    assertThat(admin.patch("/api/files/" + letter, 1, "{\"kind\":\"file\"}").status())
        .isEqualTo(412);
    assertThat(admin.patch("/api/files/" + letter, 2, "{\"kind\":\"telex\"}").status())
        .isEqualTo(400);
    assertThat(
            admin
                .get("/api/customers/" + customer + "/timeline?kinds=file")
                .body()
                .at("/items/1/at")
                .stringValue())
        .isEqualTo("2026-03-02T04:00:00Z");
  }

  @Test
  void leadsTheSearchToTheRecord() {
    var file = sender.attach("采购合同 2026-Q3.docx", "x");

    for (var typed : new String[] {"采购合同", "cght", "2026-Q3"}) {
      var hits =
          admin.get(
              "/api/search?q="
                  + java.net.URLEncoder.encode(typed, java.nio.charset.StandardCharsets.UTF_8));
      assertThat(hits.column("id")).as(typed).isEqualTo(customer.toString());
      assertThat(hits.column("subtitle")).as(typed).contains("采购合同 2026-Q3.docx");
    }
    assertThat(admin.get("/api/customers?q=caigou").column("id")).isEqualTo(customer.toString());
    admin.send(HttpMethod.DELETE, "/api/files/" + file, null, null);
    assertThat(admin.get("/api/search?q=cght").column("id")).isEmpty();
    assertThat(admin.put("/api/files/" + file + "/restoration", "").status()).isEqualTo(200);
    assertThat(admin.get("/api/search?q=cght").column("id")).isEqualTo(customer.toString());
  }

  @Test
  void isRemovedForAMonthAndThenGone() throws IOException {
    var file = sender.attach("a.txt", "gone soon");
    var kept = sender.attach("b.txt", "kept");
    var hash = admin.get("/api/files/" + file).body().get("sha256").stringValue();
    assertThat(admin.send(HttpMethod.DELETE, "/api/files/" + file, null, null).status())
        .isEqualTo(204);
    assertThat(admin.get("/api/files/" + file).status()).isEqualTo(404);
    assertThat(sender.download(file + "/content").getStatus().value()).isEqualTo(404);

    tidyUp();
    assertThat(store.size(hash)).isPresent();
    db.update(ATTACHMENT)
        .set(ATTACHMENT.REMOVED_AT, java.time.OffsetDateTime.now().minusDays(31))
        .where(ATTACHMENT.ID.eq(UUID.fromString(file)))
        .execute();
    tidyUp();

    assertThat(store.size(hash)).isEmpty();
    assertThat(db.fetchCount(FILE_CONTENT)).isEqualTo(1);
    assertThat(sender.text(kept + "/content")).isEqualTo("kept");
    assertThat(contents.check().broken()).isZero();
  }

  @Test
  void tidiesUpWhatWasGivenUpAndWhatIsAstray() throws IOException {
    var upload = UUID.fromString(sender.announce("a", 9, "").body().get("id").stringValue());
    sender.send(upload.toString(), 0, "half".getBytes());
    var old = FileTime.from(Instant.now().minus(Duration.ofDays(4)));
    Files.setLastModifiedTime(arriving.path(upload), old);
    db.update(FILE_UPLOAD)
        .set(FILE_UPLOAD.TOUCHED_AT, java.time.OffsetDateTime.now().minusDays(4))
        .execute();
    var stray = "ab".repeat(32);
    store.keep(arriving.path(upload), stray);
    Files.setLastModifiedTime(kept(stray), old);
    assertThat(contents.check().examples()).containsExactly("stray " + stray);

    tidyUp();

    assertThat(Files.exists(arriving.path(upload))).isFalse();
    assertThat(store.size(stray)).isEmpty();
    assertThat(db.fetchCount(FILE_UPLOAD, Tables.FILE_UPLOAD.ID.eq(upload))).isZero();
    assertThat(contents.check().broken()).isZero();
  }

  @Test
  void noticesMissingAndDamagedContents() throws IOException {
    var damaged = sha(sender.attach("a", "aaaa"));
    var missing = sha(sender.attach("b", "bbbb"));
    Files.writeString(kept(damaged), "aaab");
    Files.delete(kept(missing));

    assertThat(contents.check().examples())
        .containsExactlyInAnyOrder("missing " + missing, "damaged " + damaged);
    store.delete(damaged);
  }

  @Test
  void goesWithItsRecordAndComesBackWithIt() {
    var file = sender.attach("a.txt", "a");
    admin.delete("/api/customers/" + customer, 1);
    assertThat(admin.get("/api/files/" + file).status()).isEqualTo(404);

    admin.put("/api/customers/" + customer + "/restoration", "");
    assertThat(sender.text(file + "/content")).isEqualTo("a");
    admin.delete("/api/customers/" + customer, 3);
    assertThat(
            admin
                .send(HttpMethod.DELETE, "/api/recycle-bin/customers/" + customer, null, null)
                .status())
        .isEqualTo(204);

    assertThat(db.fetchCount(ATTACHMENT) + db.fetchCount(ATTACHMENT_VERSION)).isZero();
  }

  /// Where the bytes really lie.
  Path kept(String sha256) {
    return data.folder("files/content").resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  Sender sender() {
    return sender;
  }

  String sha(String file) {
    return admin.get("/api/files/" + file).body().get("sha256").stringValue();
  }

  void tidyUp() {
    var job = jobs.start(FileUpkeep.NAME, "", Map.of(), null);
    while (db.fetchExists(
        Tables.JOB, Tables.JOB.ID.eq(job).and(Tables.JOB.STATE.in("queued", "running")))) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
