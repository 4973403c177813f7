package org.kezhi.cli;

import java.util.HashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Computes the value figures anew.
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Computes the value of all customers anew and waits until it is done.",
      "重新计算全部客户价值，并等待完成。"
    })
final class ValueRunCommand implements Callable<Integer> {

  private final Servers servers;
  private final Terminal terminal;

  @Mixin private final Shared shared = new Shared();

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      description = {
        "The day that the figures are for: a date like 2011-12-10, last-sale (the day after it), or today"
            + " (default: as the settings say).",
        "计算基准日：日期、last-sale（最后一笔销售的次日）或 today（默认按设置）。"
      })
  private @Nullable String asOf;

  ValueRunCommand(Servers servers, Terminal terminal) {
    this.servers = servers;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var wish = new HashMap<String, String>();
    if (asOf != null) {
      wish.put("asOf", "last-sale".equals(asOf) ? "lastSale" : asOf);
    }
    try (var server = servers.open(shared.as)) {
      var started = server.post("/api/value/runs", wish);
      var job = new JobWatch(server, terminal).untilOver(started.path("id").asString());
      if (shared.json) {
        terminal.json(job);
      } else if ("done".equals(job.path("state").asString())) {
        terminal.say("Done. Read the figures with: kezhi value report 已完成。");
      }
      if (!"done".equals(job.path("state").asString())) {
        throw new CannotDo(job.path("error").asString("The run was cancelled. 计算已取消。"));
      }
    }
    return Commands.DONE;
  }
}
