package org.kezhi.measure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every threshold behind the value figures; changing one needs a new run.
///
/// @param windowMonths how far back the figures look
/// @param migrationMonths how much earlier the day lies that the pyramid is compared with
/// @param countFrom the state of an order from which on its lines count as sales
public record ValueSettings(
    @NotNull @Valid AsOf asOf,
    @Min(1) @Max(240) int windowMonths,
    @Min(1) @Max(60) int migrationMonths,
    @NotNull CountFrom countFrom,
    @NotNull @Valid Scoring scoring,
    @NotNull @Valid LayerShares layers,
    @NotNull @Valid RevenueShares revenueClasses,
    @NotNull @Valid ActivityRules activity,
    @NotNull @Valid StageRules stage) {

  /// The day that the figures are for.
  public record AsOf(@NotNull AsOfMode mode, @Nullable LocalDate day) {}

  public enum AsOfMode {
    today,
    lastSale,
    fixed
  }

  /// The states from which on an order can count, in the order in which orders pass them.
  public enum CountFrom {
    confirmed,
    shipped,
    delivered,
    paid
  }

  public enum ScoringMethod {
    quantile,
    bands
  }

  /// How scores from 1 to 5 are given; the four cut points serve the method of bands alone.
  public record Scoring(
      @NotNull ScoringMethod method,
      @NotNull @Size(min = 4, max = 4) List<BigDecimal> recencyDays,
      @NotNull @Size(min = 4, max = 4) List<BigDecimal> frequency,
      @NotNull @Size(min = 4, max = 4) List<BigDecimal> monetary) {}

  /// Up to which share of the ranked customers the upper layers of the pyramid reach.
  public record LayerShares(
      @NotNull @DecimalMin("0") @DecimalMax("1") BigDecimal top,
      @NotNull @DecimalMin("0") @DecimalMax("1") BigDecimal big,
      @NotNull @DecimalMin("0") @DecimalMax("1") BigDecimal medium) {}

  /// The shares of revenue that the classes A and B reach.
  public record RevenueShares(
      @NotNull @DecimalMin("0") @DecimalMax("1") BigDecimal a,
      @NotNull @DecimalMin("0") @DecimalMax("1") BigDecimal b) {}

  /// @param months how many complete months are looked at
  /// @param newMonths with fewer months than these since the first purchase a customer is new
  /// @param gap within so many consecutive months a regular customer buys at least once
  /// @param lostMonths since so many months a lost customer has not bought
  public record ActivityRules(
      @Min(1) @Max(36) int months,
      @Min(1) @Max(12) int newMonths,
      @Min(1) @Max(12) int gap,
      @Min(1) @Max(36) int lostMonths) {}

  /// @param newDays for so long after the first purchase a customer is in development
  /// @param minPurchases with fewer purchase occasions a customer is in development
  /// @param months the length of the two periods whose revenue is compared
  /// @param growth by more than this share revenue grows
  /// @param decline by more than this share revenue falls
  public record StageRules(
      @Min(0) @Max(3650) int newDays,
      @Min(0) @Max(1000) int minPurchases,
      @Min(1) @Max(60) int months,
      @NotNull @DecimalMin("0") @DecimalMax("10") BigDecimal growth,
      @NotNull @DecimalMin("0") @DecimalMax("1") BigDecimal decline) {}

  /// What applies until somebody changes it.
  public static ValueSettings defaults() {
    return new ValueSettings(
        new AsOf(AsOfMode.today, null),
        24,
        3,
        CountFrom.confirmed,
        new Scoring(
            ScoringMethod.quantile,
            decimals("30", "90", "180", "365"),
            decimals("2", "3", "5", "10"),
            decimals("100", "1000", "10000", "100000")),
        new LayerShares(new BigDecimal("0.01"), new BigDecimal("0.05"), new BigDecimal("0.20")),
        new RevenueShares(new BigDecimal("0.80"), new BigDecimal("0.95")),
        new ActivityRules(12, 3, 3, 6),
        new StageRules(180, 3, 6, new BigDecimal("0.10"), new BigDecimal("0.30")));
  }

  /// Whether a fixed day is named, and shares and cut points rise.
  public boolean isInOrder() {
    return (asOf.mode() != AsOfMode.fixed || asOf.day() != null)
        && rises(List.of(layers.top(), layers.big(), layers.medium()))
        && rises(List.of(revenueClasses.a(), revenueClasses.b()))
        && rises(scoring.recencyDays())
        && rises(scoring.frequency())
        && rises(scoring.monetary());
  }

  private static boolean rises(List<BigDecimal> cuts) {
    return cuts.equals(cuts.stream().sorted().toList());
  }

  public ValueSettings with(AsOf otherAsOf) {
    return new ValueSettings(
        otherAsOf,
        windowMonths,
        migrationMonths,
        countFrom,
        scoring,
        layers,
        revenueClasses,
        activity,
        stage);
  }

  private static List<BigDecimal> decimals(String... texts) {
    return List.of(texts).stream().map(BigDecimal::new).toList();
  }
}
