package org.kezhi.cli;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/// Waits for background work and tells how far it is.
final class JobWatch {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final Server server;
  private final Terminal terminal;
  private String told = "";

  JobWatch(Server server, Terminal terminal) {
    this.server = server;
    this.terminal = terminal;
  }

  /// Returns the job as it ended.
  JsonNode untilOver(String id) {
    var pause = FIRST_PAUSE;
    while (true) {
      var job = server.get("/api/jobs/" + id);
      tell(job);
      if (!job.path("finishedAt").isMissingNode() && !job.path("finishedAt").isNull()) {
        return job;
      }
      sleep(pause);
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
              ? pause.multipliedBy(2)
              : LONGEST_PAUSE;
    }
  }

  /// One line for each step, and for each tenth of the work that is done.
  private void tell(JsonNode job) {
    var title = job.path("title").asString();
    var step = job.path("message").asString("");
    var total = job.path("total").asLong(0);
    var done = job.path("done").asLong(0);
    var tenth = total > 0 ? " " + Math.min(100, done * 10 / total * 10) + " %" : "";
    var line = title + (step.isEmpty() ? "" : " · " + step) + tenth;
    if (!line.equals(told) && "running".equals(job.path("state").asString())) {
      terminal.note(line + (total > 0 ? " (%,d / %,d)".formatted(done, total) : ""));
      told = line;
    }
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CannotDo("Interrupted; the work goes on in the background. 已中断，后台工作继续进行。");
    }
  }
}
