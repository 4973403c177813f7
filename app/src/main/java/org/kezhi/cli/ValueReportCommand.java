package org.kezhi.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/// Prints the figures of the current value run.
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {"Prints the figures of the current value run.", "显示当前客户价值的全部指标。"})
final class ValueReportCommand implements Callable<Integer> {

  private static final String COUNT = "customers";
  private static final String MONEY = "revenue";

  private final Servers servers;
  private final Terminal terminal;

  @Mixin private final Shared shared = new Shared();

  ValueReportCommand(Servers servers, Terminal terminal) {
    this.servers = servers;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (var server = servers.open(shared.as)) {
      var report = server.get("/api/value/report");
      if (shared.json) {
        terminal.json(report);
      } else {
        print(report);
      }
    }
    return Commands.DONE;
  }

  private void print(JsonNode report) {
    terminal.say(
        "Run %s, as of %s, sales since %s, amounts in %s"
            .formatted(
                report.path("run").asString(),
                report.path("asOf").asString(),
                report.path("windowStart").asString(),
                report.path("currency").asString()));
    totals(report);
    scores(report.path("scores"));
    groups("RFM classes RFM 类别", report.path("rfmClasses"), "class", COUNT, MONEY);
    groups("RFM segments RFM 分群", report.path("rfmSegments"), "segment", COUNT, MONEY);
    groups("Activity classes 活跃度", report.path("activityClasses"), "class", COUNT);
    groups("Pyramid by revenue 金字塔（按收入）", report.path("layers"), "layer", COUNT, MONEY, "share");
    groups("Pyramid by profit 金字塔（按利润）", report.path("layersByProfit"), "layer", COUNT, "profit");
    groups("Revenue classes 收入分类", report.path("revenueClasses"), "class", COUNT, MONEY);
    groups("Life-cycle stages 生命周期阶段", report.path("stages"), "stage", COUNT);
  }

  private void totals(JsonNode report) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("Order lines 订单行", value(report, "lines")));
    rows.add(List.of("  without customer 无客户", value(report, "linesWithoutCustomer")));
    rows.add(List.of("Customers 客户", value(report, "customers")));
    rows.add(List.of("  with a purchase occasion 有购买", value(report, "buyers")));
    rows.add(List.of("Revenue 收入", value(report, MONEY)));
    rows.add(List.of("  of known customers 归属客户", value(report, "attributedRevenue")));
    rows.add(List.of("Gini 基尼系数", value(report, "gini")));
    rows.add(List.of("Share of the best 20 % 前 20% 占比", value(report, "top20Share")));
    terminal.say("");
    terminal.table(rows);
  }

  private void scores(JsonNode scores) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("", "1", "2", "3", "4", "5"));
    for (var name : List.of("r", "f", "m")) {
      var row = new ArrayList<>(List.of(name.toUpperCase(Locale.ROOT)));
      scores.path(name).forEach(count -> row.add(text(count)));
      rows.add(row);
    }
    heading("Customers per score 各得分的客户数");
    terminal.table(rows);
  }

  private void groups(String heading, JsonNode groups, String key, String... columns) {
    var rows = new ArrayList<List<String>>();
    var head = new ArrayList<>(List.of(key));
    head.addAll(List.of(columns));
    rows.add(head);
    for (var group : groups) {
      var row = new ArrayList<>(List.of(group.path(key).asString()));
      for (var column : columns) {
        row.add(value(group, column));
      }
      rows.add(row);
    }
    heading(heading);
    terminal.table(rows);
  }

  private void heading(String text) {
    terminal.say("");
    terminal.say(text);
  }

  private static String value(JsonNode node, String name) {
    return text(node.path(name));
  }

  private static String text(JsonNode node) {
    if (node.isNull() || node.isMissingNode()) {
      return "–";
    }
    var plain = new BigDecimal(node.asString()).stripTrailingZeros();
    return plain.scale() <= 0
        ? "%,d".formatted(plain.toBigInteger())
        : "%,f".formatted(plain).replaceAll("0+$", "");
  }
}
