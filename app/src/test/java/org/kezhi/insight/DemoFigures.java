package org.kezhi.insight;

import java.math.BigDecimal;
import java.util.List;
import org.kezhi.measure.ValueOverview;

/// Writes the figures of the demo as a page.
final class DemoFigures {

  private final StringBuilder page = new StringBuilder();

  private DemoFigures() {}

  static String page(ValueOverview overview) {
    var figures = new DemoFigures();
    figures.head(overview);
    figures.pyramid(overview.pyramid());
    figures.rfm(overview.rfm());
    figures.concentration(overview.concentration());
    figures.activity(overview);
    return figures.page.toString();
  }

  private void head(ValueOverview overview) {
    var totals = overview.totals();
    line("# Figures of the demo");
    line("");
    line("The demo is the data set Online Retail (Chen, Sain and Guo 2012, UCI Machine Learning");
    line("Repository, CC BY 4.0). `OnlineRetailTests` loads all its lines, computes the figures,");
    line(
        "compares every figure of every customer with a second computation in plain Java over the");
    line("raw file, and compares the sums with this page.");
    line("");
    line(
        "As of %s, window from %s, compared with %s, amounts in %s.",
        overview.asOf(), overview.windowStart(), overview.previousAsOf(), overview.currency());
    table("figure", "value");
    row("lines", totals.lines());
    row("lines without customer", totals.linesWithoutCustomer());
    row("customers", totals.customers());
    row("customers with a purchase occasion", totals.buyers());
    row("revenue", totals.revenue());
    row("revenue of customers", totals.attributedRevenue());
    row("first purchase since " + overview.previousAsOf(), totals.newBuyers());
    row("share that rose to a higher layer", totals.upRate());
    row("share that fell or became inactive", totals.downRate());
  }

  private void pyramid(ValueOverview.Pyramid pyramid) {
    title("Pyramid");
    table("layer", "customers", "revenue", "share");
    for (var layer : pyramid.layers()) {
      row(layer.layer(), layer.customers(), layer.revenue(), layer.share());
    }
    title("Migration");
    table("from", "to", "customers", "revenue");
    for (var move : pyramid.migration()) {
      row(move.from(), move.to(), move.customers(), move.revenue());
    }
  }

  private void rfm(ValueOverview.Rfm rfm) {
    title("RFM scores");
    table("score", "R", "F", "M");
    for (int i = 0; i < 5; i++) {
      var scores = rfm.scores();
      row(i + 1, scores.r().get(i), scores.f().get(i), scores.m().get(i));
    }
    title("RFM classes");
    counts("class", rfm.classes());
    title("RFM segments");
    table("segment", "customers", "revenue");
    for (var segment : rfm.segments()) {
      row(segment.segment(), segment.customers(), segment.revenue());
    }
    title("R and F");
    table("R", "F", "customers", "revenue", "mean revenue");
    for (var cell : rfm.grid()) {
      row(cell.r(), cell.f(), cell.customers(), cell.revenue(), cell.meanRevenue());
    }
  }

  private void concentration(ValueOverview.Concentrated concentration) {
    title("Concentration");
    line(
        "Gini coefficient %s; the best 20 %% of the customers bring %s of the revenue.",
        plain(concentration.gini()), plain(concentration.top20Share()));
    counts("revenue class", concentration.abc());
  }

  private void activity(ValueOverview overview) {
    title("Activity");
    table("class", "customers");
    for (var each : overview.activity().current()) {
      row(each.name(), each.customers());
    }
    line("");
    line("At the end of each month:");
    table("month", "A", "B", "W", "C", "N");
    for (var month : overview.activity().months()) {
      row(month.month(), month.a(), month.b(), month.w(), month.c(), month.n());
    }
    title("Stages of life");
    table("stage", "customers");
    for (var stage : overview.stages()) {
      row(stage.stage(), stage.customers());
    }
  }

  private void counts(String name, List<ValueOverview.ClassCount> counts) {
    table(name, "customers", "revenue");
    for (var each : counts) {
      row(each.name(), each.customers(), each.revenue());
    }
  }

  private void title(String text) {
    line("");
    line("## " + text);
    line("");
  }

  private void table(Object... heads) {
    if (!page.toString().endsWith("\n\n")) {
      line("");
    }
    row(heads);
    line("|" + "---|".repeat(heads.length));
  }

  private void row(Object... cells) {
    page.append('|');
    for (var cell : cells) {
      page.append(' ').append(plain(cell)).append(" |");
    }
    page.append('\n');
  }

  private static String plain(Object cell) {
    return cell == null
        ? ""
        : cell instanceof BigDecimal amount ? amount.toPlainString() : cell.toString();
  }

  private void line(String text, Object... arguments) {
    page.append(arguments.length == 0 ? text : text.formatted(arguments)).append('\n');
  }
}
