package org.kezhi.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/// Starts the program and leaves it running.
@Command(
    name = "start",
    mixinStandardHelpOptions = true,
    description = {
      "Starts Kezhi and runs until it is stopped (Ctrl+C).",
      "启动客至，直到按 Ctrl+C 停止。",
      "",
      "Settings come from the environment (KEZHI_PORT, KEZHI_DATA, KEZHI_DATABASE_URL, …); see docs/operating.md."
    })
final class StartCommand implements Callable<Integer> {

  private final Servers servers;

  @Option(
      names = "--demo",
      description = {
        "Load the demo first: 541,909 real order lines of a British mail-order shop.",
        "先载入演示数据：一家英国邮购商店的 541,909 条真实订单行。"
      })
  private boolean demo;

  @Unmatched private List<String> settings = new ArrayList<>();

  StartCommand(Servers servers) {
    this.servers = servers;
  }

  @Override
  public Integer call() {
    if (demo) {
      settings.add("--kezhi.demo=true");
    }
    try {
      servers.start(settings.toArray(String[]::new));
      return Commands.RUNNING;
    } catch (RuntimeException failure) {
      // the reason has been told by then
      return Commands.FAILED;
    }
  }
}
