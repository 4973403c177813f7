package org.kezhi.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kezhi.transfer.MortalProgram;

/// Kills the real program and its database while they change many records.
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class BulkKillTests {

  private static final int RECORDS = Integer.getInteger("kezhi.kill.records", 60_000);
  private static final int LONGEST_DELAY = 300;

  @TempDir Path folder;

  private MortalProgram program;

  @Test
  void changesEachRecordOnce() throws Exception {
    program = MortalProgram.start(folder);
    program.value(
        """
        with made as (insert into customer (id, name, industry)
          select gen_random_uuid(), '客户 ' || i, '茶叶' from generate_series(1, %d) i returning 1)
        select count(*) from made
        """
            .formatted(RECORDS));
    var id = new Bulk(program.api()).start(Bulk.all("customer", "null", "{\"industry\":\"餐饮\"}"));

    killWhileRunning(id);
    MortalProgram.await(() -> "done".equals(state(id)));

    assertThat(program.value("select count(*) from customer where version = 2 and industry = '餐饮'"))
        .isEqualTo("" + RECORDS);
    assertThat(
            program.value(
                "select count(*) || ' ' || count(distinct record_id) from audit_entry"
                    + " where action = 'update' and object = 'customer'"))
        .isEqualTo(RECORDS + " " + RECORDS);
    assertThat(program.api().post("/api/bulk-runs/" + id + "/undo", "{}").status()).isEqualTo(202);
    killWhileRunning(id);
    MortalProgram.await(() -> "undone".equals(state(id)));
    assertThat(program.value("select count(*) from customer where version = 3 and industry = '茶叶'"))
        .isEqualTo("" + RECORDS);
    assertThat(program.api().get("/api/checks").body().findValues("broken").toString())
        .matches("\\[(0,? ?)+]");
  }

  @AfterEach
  void end() throws Exception {
    program.kill();
    program.killDatabase();
  }

  private void killWhileRunning(String id) throws Exception {
    MortalProgram.await(() -> !"queued".equals(state(id)));
    MortalProgram.pause(new Random().nextInt(LONGEST_DELAY));
    assertThat(state(id)).isIn("running", "undoing");
    program.kill();
    program.killDatabase();
    program = MortalProgram.start(folder);
  }

  /// Nothing where the program cannot tell just now.
  private String state(String id) {
    try {
      return program.api().get("/api/bulk-runs/" + id).body().path("state").asString("");
    } catch (RuntimeException _) {
      return "";
    }
  }
}
