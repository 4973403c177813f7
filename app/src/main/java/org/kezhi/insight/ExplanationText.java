package org.kezhi.insight;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kezhi.insight.ValueExplanation.Item;
import org.kezhi.measure.ValueThresholds;

/// Writes one sentence or two for each figure of a customer.
final class ExplanationText {

  private final ExplainedFacts facts;
  private final ExplanationWords words;

  ExplanationText(ExplainedFacts facts, ExplanationWords words) {
    this.facts = facts;
    this.words = words;
  }

  List<Item> items() {
    var values = facts.values();
    var items = new ArrayList<Item>();
    items.add(choice("layer", values.getLayer(), layer()));
    items.add(choice("layerByProfit", values.getLayerByProfit(), layerByProfit()));
    items.add(choice("previousLayer", values.getPreviousLayer(), previousLayer()));
    items.add(choice("revenueClass", values.getRevenueClass(), revenueClass()));
    if (facts.isBuyer()) {
      items.add(score("rScore", values.getRScore(), recency()));
      items.add(score("fScore", values.getFScore(), frequency()));
      items.add(score("mScore", values.getMScore(), monetary()));
    }
    items.add(choice("rfmClass", values.getRfmClass(), rfmClass()));
    items.add(choice("rfmSegment", values.getRfmSegment(), segment()));
    items.add(choice("activityClass", values.getActivityClass(), activityClass()));
    items.add(choice("stage", values.getStage(), stage()));
    return items;
  }

  private Item choice(String figure, String value, String text) {
    return new Item(figure, words.field(figure), value, words.choice(figure, value), text);
  }

  private Item score(String figure, int score, String text) {
    var digit = Integer.toString(score);
    return new Item(figure, words.field(figure), digit, digit, text);
  }

  private String layer() {
    var values = facts.values();
    var period = facts.period();
    if (!facts.isBuyer()) {
      return values.getLayer().equals("inactive")
          ? words.text("layer.inactive", values.getLastPurchase(), period.windowStart())
          : words.text("layer." + values.getLayer());
    }
    var band =
        facts.thresholds().layers().stream()
            .filter(each -> each.layer().equals(values.getLayer()))
            .findFirst();
    var ranked =
        words.text(
            "layer.ranked",
            period.windowStart(),
            period.asOf(),
            words.amount(values.getRevenue()),
            words.number(values.getRank()),
            words.number(facts.thresholds().buyers()));
    return band.map(each ->
            ranked
                + words.text(
                    "layer.reach",
                    words.choice("layer", each.layer()),
                    words.number(each.firstRank()),
                    words.number(each.lastRank()),
                    words.amount(each.least())))
        .orElse(ranked);
  }

  private String layerByProfit() {
    return facts.isBuyer()
        ? words.text("layerByProfit", words.amount(facts.values().getProfit()))
        : layer();
  }

  private String previousLayer() {
    return words.text("previousLayer", facts.period().previousAsOf());
  }

  private String revenueClass() {
    if (!facts.isBuyer()) {
      return words.text("noPurchase", facts.period().windowStart(), facts.period().asOf());
    }
    var shares = facts.settings().revenueClasses();
    return words.text("revenueClass", words.percent(shares.a()), words.percent(shares.b()));
  }

  private String recency() {
    var days = ChronoUnit.DAYS.between(facts.values().getLastPurchase(), facts.period().asOf());
    var band = band(facts.thresholds().r(), facts.values().getRScore());
    return words.text("rScore", words.number(days), facts.values().getLastPurchase())
        + reach(band, false);
  }

  private String frequency() {
    var band = band(facts.thresholds().f(), facts.values().getFScore());
    return words.text("fScore", words.number(facts.values().getFrequency())) + reach(band, false);
  }

  private String monetary() {
    var band = band(facts.thresholds().m(), facts.values().getMScore());
    return words.text("mScore", words.amount(facts.values().getMonetary())) + reach(band, true);
  }

  private static ValueThresholds.@Nullable Band band(List<ValueThresholds.Band> bands, int score) {
    return bands.stream().filter(band -> band.score() == score).findFirst().orElse(null);
  }

  private String reach(ValueThresholds.@Nullable Band band, boolean money) {
    if (band == null) {
      return "";
    }
    return words.text(
        "reach",
        band.score(),
        money ? words.amount(band.least()) : words.number(band.least()),
        money ? words.amount(band.greatest()) : words.number(band.greatest()),
        words.number(facts.thresholds().buyers()));
  }

  private String rfmClass() {
    var values = facts.values();
    if (!facts.isBuyer()) {
      return words.text("noPurchase", facts.period().windowStart(), facts.period().asOf());
    }
    var days = ChronoUnit.DAYS.between(values.getLastPurchase(), facts.period().asOf());
    var means = facts.thresholds();
    return words.text(
        "rfmClass",
        words.number(days),
        words.number(means.meanRecencyDays()),
        words.number(values.getFrequency()),
        words.number(means.meanFrequency()),
        words.amount(values.getMonetary()),
        words.amount(means.meanMonetary()));
  }

  private String segment() {
    return facts.isBuyer()
        ? words.text("rfmSegment", facts.values().getRScore(), facts.values().getFScore())
        : words.text("noPurchase", facts.period().windowStart(), facts.period().asOf());
  }

  private String activityClass() {
    var values = facts.values();
    var rules = facts.settings().activity();
    return values.getLastPurchase() == null
        ? words.text("activityClass.none")
        : words.text(
            "activityClass." + values.getActivityClass(),
            values.getFirstPurchase(),
            values.getLastPurchase(),
            rules.newMonths(),
            rules.months(),
            rules.gap(),
            rules.lostMonths());
  }

  private String stage() {
    var values = facts.values();
    var rules = facts.settings().stage();
    var text =
        words.text(
            "stage." + values.getStage(),
            Objects.requireNonNullElse(values.getFirstPurchase(), "–"),
            words.number(values.getPurchaseCount()),
            rules.newDays(),
            rules.minPurchases(),
            rules.months(),
            words.amount(values.getRecentRevenue()),
            words.amount(values.getEarlierRevenue()),
            words.percent(rules.growth()));
    return values.getDeclining()
        ? text + words.text("stage.declining", words.percent(rules.decline()))
        : text;
  }
}
