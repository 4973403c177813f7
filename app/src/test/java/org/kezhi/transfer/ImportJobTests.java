package org.kezhi.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.JOB;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kezhi.access.Tokens;
import org.kezhi.access.Viewers;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@AppTest
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ImportJobTests {

  private static final String ONE_BAD = "code,name\nA,One\nB,\n";
  private static final int MORE_THAN_TWO_BATCHES = 40_001;

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;
  @Autowired Imports imports;
  @Autowired Viewers viewers;
  @Autowired PlatformTransactionManager transactions;

  private Api api;
  private Uploads admin;

  @BeforeEach
  void logIn() {
    api = new People(db, tokens, client).administrator();
    admin = new Uploads(api);
  }

  @AfterEach
  void rest() {
    admin.rest();
  }

  @Test
  void triesADraftOutOnceAtATime() {
    var draft = admin.send("customer", ONE_BAD);
    var path = "/api/imports/" + draft.id();

    whileNoCustomerCanBeWritten(() -> {
      assertThat(api.post(path + "/trial", "{}").status()).isEqualTo(202);
      var again = api.post(path + "/trial", "{}");

      assertThat(again.status()).isEqualTo(409);
      assertThat(again.slug()).isEqualTo("import-on-trial");
      assertThat(api.post(path + "/run", "{}").slug()).isEqualTo("import-on-trial");
      assertThat(api.send(HttpMethod.PATCH, path, "{\"settings\":{}}", null).slug())
          .isEqualTo("import-on-trial");
    });

    admin.rest();
    assertThat(admin.badRows(draft.id()).lines()).hasSize(2).last().asString().startsWith("B,,3,");
    assertThat(api.post(path + "/trial", "{}").status()).isEqualTo(202);
  }

  @Test
  void leavesTheDraftToTheLatestTrial() {
    var path = "/api/imports/" + admin.send("customer", ONE_BAD).id();
    var first = api.post(path + "/trial", "{}").body().get("jobId").stringValue();
    admin.rest();
    db.update(JOB).set(JOB.STATE, "failed").execute();

    whileNoCustomerCanBeWritten(() -> {
      api.post(path + "/trial", "{}");
      api.put("/api/jobs/" + first + "/retry", null);
      waitFor(first, "failed");
    });

    assertThat(api.get("/api/jobs/" + first).body().get("error").stringValue())
        .startsWith("Wait until the trial is over");
  }

  @Test
  void forgetsBadRowsWhenTheDraftChanges() {
    var draft = admin.send("customer", ONE_BAD);
    api.post("/api/imports/" + draft.id() + "/trial", "{}");
    admin.rest();

    admin.choose(draft, "{\"policy\":\"update\"}");

    assertThat(admin.badRows(draft.id()).lines()).hasSize(1);
  }

  @Test
  void throwsADraftAwayThatIsOnTrial() {
    var id = admin.send("customer", ONE_BAD).id();

    whileNoCustomerCanBeWritten(() -> {
      api.post("/api/imports/" + id + "/trial", "{}");
      imports.cancel(viewers.find(api.user()).orElseThrow(), UUID.fromString(id));
    });
    admin.rest();

    assertThat(api.get("/api/imports/" + id).status()).isEqualTo(404);
    assertThat(api.get("/api/jobs").column("state")).isNotEqualTo("done");
  }

  @Test
  void computesFiguresFromWhatACancelledImportHasWritten() {
    var draft = admin.send("customer", customers());
    var path = "/api/imports/" + draft.id();

    whileNoCustomerCanBeWritten(() -> {
      var job = api.post(path + "/run", "{}").body().get("jobId").stringValue();
      waitFor(job, "running");
      api.put(path + "/cancellation", null);
    });
    var end = admin.end(draft.id());

    assertThat(Uploads.counts(end))
        .as("the batch that is being written is written")
        .matches(".* (20000|40000) created, 0 updated, 0 skipped, 0 bad, cancelled");
    assertThat(api.get("/api/jobs").column("kind")).isEqualTo("value,import");
  }

  private static String customers() {
    return IntStream.range(0, MORE_THAN_TWO_BATCHES)
        .mapToObj(number -> "C" + number + ",Name " + number)
        .collect(Collectors.joining("\n", "code,name\n", "\n"));
  }

  private void whileNoCustomerCanBeWritten(Runnable work) {
    new TransactionTemplate(transactions)
        .executeWithoutResult(_ -> {
          db.execute("lock table customer in exclusive mode");
          work.run();
        });
  }

  private void waitFor(String job, String state) {
    while (!state.equals(api.get("/api/jobs/" + job).body().get("state").stringValue())) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
