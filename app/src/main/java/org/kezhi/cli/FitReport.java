package org.kezhi.cli;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kezhi.model.CustomerPurchases;
import org.kezhi.model.Estimates;
import org.kezhi.model.FrequencyTable;
import org.kezhi.model.GammaGamma;
import org.kezhi.model.Purchase;
import org.kezhi.model.PurchaseHistories;
import org.kezhi.model.PurchaseModel;
import org.kezhi.model.PurchaseModelKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a model finds in purchases.
final class FitReport {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LAST_FREQUENCY = 7;

  private final List<CustomerPurchases> customers;
  private final LocalDate end;
  private final LocalDate last;

  FitReport(List<Purchase> purchases, Optional<LocalDate> calibrationEnd) {
    last = purchases.stream().map(Purchase::day).max(Comparator.naturalOrder()).orElseThrow();
    end = calibrationEnd.orElse(last);
    customers = CustomerPurchases.of(purchases, end);
    if (customers.isEmpty()) {
      throw new CannotDo("Nobody bought until %s. 该日之前没有购买记录。".formatted(end));
    }
  }

  ObjectNode ofPurchases(PurchaseModelKind kind) {
    var histories =
        PurchaseHistories.of(customers.stream().map(CustomerPurchases::history).toList());
    var fit = kind.fit(histories);
    var report = head(customers.size());
    report.put("distinctHistories", histories.distinct().size());
    addEstimates(report, fit.estimates());
    report.put("alive", customers.stream().mapToDouble(c -> fit.model().alive(c.history())).sum());
    var rows = report.putArray("repeats");
    for (var row : FrequencyTable.of(fit.model(), histories, LAST_FREQUENCY).rows()) {
      rows.addObject()
          .put("repeats", row.repeats())
          .put("observed", row.observed())
          .put("expected", row.expected());
    }
    if (last.isAfter(end)) {
      addHoldOut(report, fit.model());
    }
    return report;
  }

  private void addHoldOut(ObjectNode report, PurchaseModel model) {
    var weeks = ChronoUnit.DAYS.between(end, last) / 7.0;
    report
        .putObject("holdOut")
        .put("weeks", weeks)
        .put("observed", customers.stream().mapToLong(CustomerPurchases::later).sum())
        .put(
            "expected",
            customers.stream().mapToDouble(c -> model.expected(c.history(), weeks)).sum());
  }

  ObjectNode ofSpending() {
    var spending =
        customers.stream().map(CustomerPurchases::spending).flatMap(Optional::stream).toList();
    if (spending.isEmpty()) {
      throw new CannotDo("Nobody bought twice until %s. 没有重复购买的客户。".formatted(end));
    }
    var fit = GammaGamma.fit(spending);
    var report = head(spending.size());
    addEstimates(report, fit.estimates());
    var correlation = GammaGamma.correlation(spending);
    report.put("expectedAmount", fit.model().expected());
    report.put("correlation", correlation);
    report.put("correlated", Math.abs(correlation) > GammaGamma.CORRELATED);
    return report;
  }

  private ObjectNode head(int count) {
    return JSON.createObjectNode().put("calibrationEnd", end.toString()).put("customers", count);
  }

  private static void addEstimates(ObjectNode report, Estimates estimates) {
    var parameters = report.putObject("parameters");
    var errors = report.putObject("standardErrors");
    for (var i = 0; i < estimates.names().size(); i++) {
      parameters.put(estimates.names().get(i), estimates.values().get(i));
      double error = estimates.standardErrors().get(i);
      if (Double.isFinite(error)) {
        errors.put(estimates.names().get(i), error);
      } else {
        errors.putNull(estimates.names().get(i));
      }
    }
    report.put("logLikelihood", estimates.logLikelihood());
    report.put("converged", estimates.converged());
    var open = report.putArray("notIdentified");
    estimates.unidentified().forEach(open::add);
  }

  /// The report in lines for people.
  List<List<String>> lines(JsonNode report) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("until 截至", report.path("calibrationEnd").asString()));
    rows.add(List.of("customers 客户", report.path("customers").asString()));
    for (var parameter : report.path("parameters").properties()) {
      var error = report.path("standardErrors").path(parameter.getKey());
      rows.add(
          List.of(
              parameter.getKey(),
              number(parameter.getValue()),
              error.isNull() ? "not identified 无法识别" : "± " + number(error)));
    }
    for (var name :
        List.of("logLikelihood", "converged", "alive", "expectedAmount", "correlation")) {
      if (report.has(name)) {
        rows.add(List.of(name, number(report.path(name))));
      }
    }
    for (var row : report.path("repeats")) {
      rows.add(
          List.of(
              "repeats 复购 " + row.path("repeats").asString(),
              row.path("observed").asString(),
              number(row.path("expected"))));
    }
    var later = report.path("holdOut");
    if (later.isObject()) {
      rows.add(
          List.of("later 之后", later.path("observed").asString(), number(later.path("expected"))));
    }
    return rows;
  }

  private static String number(JsonNode node) {
    return node.isNumber()
        ? String.format(Locale.ROOT, "%.6f", node.doubleValue())
        : node.asString();
  }
}
