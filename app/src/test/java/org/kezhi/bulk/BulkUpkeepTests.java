package org.kezhi.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.BULK_ITEM;
import static org.kezhi.db.Tables.BULK_RUN;
import static org.kezhi.db.Tables.JOB;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.job.Jobs;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/// What a run would need to be taken back goes when that is over; what came of it stays.
@AppTest
class BulkUpkeepTests {

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;
  @Autowired Jobs jobs;

  private Api admin;
  private Bulk bulk;
  private String first;
  private String second;

  @BeforeEach
  void begin() {
    admin = new People(db, tokens, client).administrator();
    bulk = new Bulk(admin);
    first = admin.create("/api/customers", "{\"name\":\"one\",\"city\":\"杭州\"}");
    second = admin.create("/api/customers", "{\"name\":\"two\",\"city\":\"宁波\"}");
  }

  @Test
  void keepsTheNumbersAndWhatWasLeftAlone() {
    var gone = UUID.randomUUID().toString();
    var run = run(List.of(first, second, gone));
    tidyUp();
    assertThat(items(run)).isEqualTo(3);

    age(run, Duration.ofDays(2));
    tidyUp();
    assertThat(items(run)).isEqualTo(1);
    assertThat(now(run).get("counts")).isEqualTo(run.get("counts"));
    assertThat(bulk.failures(run).column("outcome")).isEqualTo("gone");
    assertThat(admin.post(path(run) + "/undo", "{}").slug()).isEqualTo("bulk-undo-too-late");

    age(run, Duration.ofDays(31));
    tidyUp();
    assertThat(items(run)).isZero();
    assertThat(now(run).get("counts")).isEqualTo(run.get("counts"));
  }

  @Test
  void leavesWhatIsStillBeingTakenBack() {
    var run = run(List.of(first, second));
    bulk.undo(run);
    age(run, Duration.ofDays(2));
    db.update(JOB).set(JOB.STATE, "failed").where(JOB.KIND.eq(BulkUndoJob.NAME)).execute();
    tidyUp();
    assertThat(items(run)).isEqualTo(2);

    db.update(JOB).set(JOB.STATE, "done").where(JOB.KIND.eq(BulkUndoJob.NAME)).execute();
    tidyUp();
    assertThat(items(run)).isZero();
    assertThat(now(run).at("/counts/undone").intValue()).isEqualTo(1);
  }

  /// One of the records is so already.
  private JsonNode run(List<String> ids) {
    return bulk.run(Bulk.some("customer", ids, "{\"city\":\"杭州\"}"));
  }

  private JsonNode now(JsonNode run) {
    return admin.get(path(run)).body();
  }

  private static String path(JsonNode run) {
    return "/api/bulk-runs/" + run.get("id").stringValue();
  }

  private int items(JsonNode run) {
    return db.fetchCount(
        BULK_ITEM, BULK_ITEM.RUN_ID.eq(UUID.fromString(run.get("id").stringValue())));
  }

  private void age(JsonNode run, Duration time) {
    var then = OffsetDateTime.now().minus(time);
    db.update(JOB).set(JOB.FINISHED_AT, then).execute();
    db.update(BULK_RUN)
        .set(BULK_RUN.CREATED_AT, then)
        .where(BULK_RUN.ID.eq(UUID.fromString(run.get("id").stringValue())))
        .execute();
  }

  private void tidyUp() {
    var job = jobs.start(BulkUpkeep.NAME, "", Map.of(), null);
    while (db.fetchExists(JOB, JOB.ID.eq(job).and(JOB.STATE.in("queued", "running")))) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    assertThat(db.fetchSingle(JOB, JOB.ID.eq(job)).getState()).isEqualTo("done");
  }
}
