package org.kezhi.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kezhi.model.PurchaseModelKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Fits a model to a file of purchases, so that its parameters can be compared with the literature
/// and with other packages.
@Command(
    name = "fit",
    mixinStandardHelpOptions = true,
    description = {
      "Fits a model to the purchases in a file (columns customer, date, amount), without the program.",
      "用文件中的购买记录（列：客户、日期、金额）拟合模型，无需启动程序。"
    })
final class ModelFitCommand implements Callable<Integer> {

  private static final String GAMMA_GAMMA = "gamma-gamma";

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "FILE", description = "The purchases. 购买记录文件。")
  private Path file = Path.of("");

  @Option(
      names = "--model",
      required = true,
      paramLabel = "MODEL",
      description = "bg-nbd, mbg-nbd, pareto-nbd or gamma-gamma. 模型。")
  private String model = "";

  @Option(
      names = "--calibration-end",
      paramLabel = "DATE",
      description = {
        "Last day the model sees; what comes later is compared with what it expects (default: the last purchase).",
        "模型可见的最后一天，之后的购买用于检验（默认：最后一次购买之日）。"
      })
  private @Nullable LocalDate calibrationEnd;

  @Option(
      names = "--json",
      description = {"Print JSON for programs.", "以 JSON 输出，供程序读取。"})
  private boolean json;

  ModelFitCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var kind =
        Stream.of(PurchaseModelKind.values()).filter(k -> k.code().equals(model)).findFirst();
    if (kind.isEmpty() && !GAMMA_GAMMA.equals(model)) {
      terminal.note(
          "There is no model %s; there are bg-nbd, mbg-nbd, pareto-nbd and gamma-gamma. 没有这种模型。"
              .formatted(model));
      return Commands.WRONG_USE;
    }
    var report = new FitReport(PurchaseFile.read(file), Optional.ofNullable(calibrationEnd));
    var fitted = kind.map(report::ofPurchases).orElseGet(report::ofSpending);
    fitted.put("model", model);
    if (json) {
      terminal.json(fitted);
    } else {
      var rows = new ArrayList<List<String>>();
      rows.add(List.of("model 模型", model));
      rows.addAll(report.lines(fitted));
      terminal.table(rows);
    }
    return Commands.DONE;
  }
}
