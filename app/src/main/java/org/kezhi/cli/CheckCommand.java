package org.kezhi.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/// Proves that what must always hold does hold.
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Checks what must always hold: sums against their lines, references, search entries, background work,"
          + " the warehouse against the database, the audit's chain.",
      "检查数据是否一致：汇总与明细、引用、搜索、后台任务、数据仓库、审计链。"
    })
final class CheckCommand implements Callable<Integer> {

  private final Servers servers;
  private final Terminal terminal;

  @Mixin private final Shared shared = new Shared();

  CheckCommand(Servers servers, Terminal terminal) {
    this.servers = servers;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (var server = servers.open(shared.as)) {
      var checks = server.get("/api/checks");
      if (shared.json) {
        terminal.json(checks);
      } else {
        print(checks.path("items"));
      }
      return broken(checks.path("items")) ? Commands.FOUND_SOMETHING : Commands.DONE;
    }
  }

  private void print(JsonNode items) {
    var rows = new ArrayList<List<String>>();
    for (var item : items) {
      var broken = item.path("broken").asLong();
      rows.add(
          List.of(
              item.path("label").asString(),
              "%,d".formatted(item.path("checked").asLong()),
              broken == 0 ? "ok" : "%,d broken 不一致".formatted(broken)));
    }
    terminal.table(rows);
    for (var item : items) {
      for (var example : item.path("examples")) {
        terminal.note(item.path("label").asString() + ": " + example.asString());
      }
    }
    if (!broken(items)) {
      terminal.say("All checks hold. 全部通过。");
    }
  }

  private static boolean broken(JsonNode items) {
    return StreamSupport.stream(items.spliterator(), false)
        .anyMatch(item -> item.path("broken").asLong() > 0);
  }
}
