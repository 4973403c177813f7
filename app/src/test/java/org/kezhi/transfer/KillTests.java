package org.kezhi.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Kills the real program and its database in the middle of their work, again and again.
///
/// For more than a short try: `-Dkezhi.kill.lines=1000000 -Dkezhi.kill.rounds=12`, with
/// `-Dkezhi.kill.command=…/bin/kezhi start` for the packaged program.
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class KillTests {

  private static final int LINES = Integer.getInteger("kezhi.kill.lines", 50_000);
  private static final int ROUNDS = Integer.getInteger("kezhi.kill.rounds", 3);
  private static final int LONGEST_DELAY = 400;
  private static final int BAD_EVERY = 1_000;

  @TempDir Path folder;

  private volatile MortalProgram program;
  private volatile boolean enough;

  /// What is killed in a round.
  private enum Victim {
    BOTH,
    PROGRAM,
    DATABASE
  }

  @Test
  void losesAndDoublesNothing() throws Exception {
    program = MortalProgram.start(folder);
    var began = System.nanoTime();
    var acknowledged = new ConcurrentLinkedQueue<String>();
    var writer = Thread.ofPlatform().start(() -> write(acknowledged));
    var id = startImport();

    var hits = 0;
    for (var round = 0; round < ROUNDS; round++) {
      hits += killAt(id, (long) LINES * round / ROUNDS, Victim.values()[round % 3]) ? 1 : 0;
    }
    MortalProgram.await(() -> "done".equals(state(id)));
    enough = true;
    writer.join();

    assertThat(hits)
        .as("kills while the import was running")
        .isGreaterThanOrEqualTo(ROUNDS - ROUNDS / 3);
    everyLineIsThereOnce(id);
    everyAcknowledgedWriteIsThere(acknowledged);
    undo(id);
    MortalProgram.await(() -> !jobs().matches(".*(queued|running).*"));
    assertThat(jobs()).matches("(done,?)+");
    var checks = program.api().get("/api/checks").body();
    assertThat(checks.findValues("broken").toString())
        .as(checks.toString())
        .matches("\\[(0,? ?)+]");
    System.out.printf(
        "Killed %d times, %d of them during an import of %,d lines, which took %.0f s with all"
            + " restarts; %,d acknowledged writes survived.%n",
        ROUNDS, hits, LINES, (System.nanoTime() - began) / 1e9, acknowledged.size());
  }

  @AfterEach
  void end() throws Exception {
    enough = true;
    program.kill();
    program.killDatabase();
  }

  /// Waits until so many lines are committed, and a random moment longer.
  private boolean killAt(String id, long lines, Victim victim) throws Exception {
    MortalProgram.await(() -> !"queued".equals(state(id)) && read(id) >= lines);
    MortalProgram.pause(new Random().nextInt(LONGEST_DELAY));
    var hit = "running".equals(state(id));
    var old = program;
    if (victim != Victim.DATABASE) {
      old.kill();
    }
    if (victim != Victim.PROGRAM) {
      old.killDatabase();
    }
    var since = System.nanoTime();
    if (victim != Victim.DATABASE) {
      program = MortalProgram.start(folder);
    }
    MortalProgram.await(() -> !state(id).isEmpty());
    System.out.printf(
        "Killed %s after %,d lines; back in %.1f s%n",
        victim, lines, (System.nanoTime() - since) / 1e9);
    return hit;
  }

  private String startImport() {
    var uploads = new Uploads(program.api());
    var draft = uploads.send("orderLine", sales());
    assertThat(draft.status()).isEqualTo(201);
    uploads.choose(draft, "{\"createMissing\":[\"customer\",\"product\"]}");
    var path = "/api/imports/" + draft.id() + "/run";
    assertThat(program.api().post(path, "{}").status()).isEqualTo(202);
    return draft.id();
  }

  /// Orders of seven lines; each line says its number, and every thousandth has no quantity.
  private static String sales() {
    var text = new StringBuilder("Order,Date,Customer code,SKU,Description,Quantity,Price\n");
    for (var i = 1; i <= LINES; i++) {
      var quantity = i % BAD_EVERY == 0 ? "many" : String.valueOf(quantity(i));
      text.append(
          "A%d,2026-01-%02d,K%d,P%d,line %d,%s,%d.5%n"
              .formatted(i / 7, i / 7 % 28 + 1, i / 7 % 3_000, i % 500, i, quantity, i % 90));
    }
    return text.toString();
  }

  private static int quantity(int line) {
    return line % 11 - 3;
  }

  private void everyLineIsThereOnce(String id) throws Exception {
    var amount = BigDecimal.ZERO;
    var good = 0;
    for (var i = 1; i <= LINES; i++) {
      if (i % BAD_EVERY > 0) {
        amount =
            amount.add(new BigDecimal(i % 90 + ".5").multiply(BigDecimal.valueOf(quantity(i))));
        good++;
      }
    }
    assertThat(Uploads.counts(program.api().get("/api/imports/" + id).body()))
        .isEqualTo(
            "%d read, %d created, 0 updated, 0 skipped, %d bad, done"
                .formatted(LINES, good, LINES - good));
    assertThat(
            program.value("select count(*) || ' ' || count(distinct description) from order_line"))
        .isEqualTo(good + " " + good);
    assertThat(new BigDecimal(program.value("select sum(amount) from order_line")))
        .isEqualByComparingTo(amount);
    assertThat(new BigDecimal(program.value("select sum(amount) from sales_order")))
        .isEqualByComparingTo(amount);
    assertThat(program.value("select count(*) || ' ' || sum(line_count) from sales_order"))
        .isEqualTo((LINES / 7 + 1) + " " + good);
    assertThat(program.value("select count(*) from import_bad_row"))
        .isEqualTo("" + LINES / BAD_EVERY);
  }

  /// Kills the undoing too; in the end nothing of the import is left.
  private void undo(String id) throws Exception {
    var began = System.nanoTime();
    var path = "/api/imports/" + id + "/undo";
    assertThat(program.api().post(path, "{}").status()).isEqualTo(202);
    MortalProgram.pause(new Random().nextInt(LONGEST_DELAY));
    program.kill();
    program.killDatabase();
    program = MortalProgram.start(folder);
    MortalProgram.await(() -> "undone".equals(state(id)));
    var left =
        """
        select (select count(*) from order_line) + (select count(*) from sales_order)
          + (select count(*) from product) + count(*) from customer where name not like 'ack %'
        """;
    assertThat(program.value(left)).isEqualTo("0");
    System.out.printf("Undone, with a kill, in %.0f s%n", (System.nanoTime() - began) / 1e9);
  }

  private void everyAcknowledgedWriteIsThere(Queue<String> acknowledged) throws Exception {
    assertThat(acknowledged).hasSizeGreaterThan(10);
    var names = program.value("select string_agg(name, ',') from customer where name like 'ack %'");
    assertThat(names.split(",")).doesNotHaveDuplicates().containsAll(acknowledged);
  }

  /// Makes customers without a break and notes those that the program said it has.
  private void write(Queue<String> acknowledged) {
    for (var i = 0; !enough; i++) {
      try {
        var body = "{\"name\":\"ack %d\"}".formatted(i);
        if (program.api().post("/api/customers", body).status() == 201) {
          acknowledged.add("ack " + i);
        }
      } catch (RuntimeException _) {
        MortalProgram.pause(50);
      }
    }
  }

  private String jobs() {
    return program.api().get("/api/jobs").column("state");
  }

  private String state(String id) {
    return run(id, "/state");
  }

  private long read(String id) {
    var read = run(id, "/counts/read");
    return read.isEmpty() ? 0 : Long.parseLong(read);
  }

  /// Nothing where the program cannot tell just now.
  private String run(String id, String pointer) {
    try {
      return program.api().get("/api/imports/" + id).body().at(pointer).asString("");
    } catch (RuntimeException _) {
      return "";
    }
  }
}
