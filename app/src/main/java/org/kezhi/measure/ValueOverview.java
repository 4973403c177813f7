package org.kezhi.measure;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The value of all customers, or of those that a viewer may see, on one page.
public record ValueOverview(
    LocalDate asOf,
    @Nullable Run run,
    LocalDate previousAsOf,
    LocalDate windowStart,
    String currency,
    Totals totals,
    Pyramid pyramid,
    Rfm rfm,
    Concentrated concentration,
    Activity activity,
    List<StageCount> stages) {

  /// Which run the figures come from.
  public record Run(
      UUID id, long number, @Nullable OffsetDateTime finishedAt, @Nullable Long millis) {}

  /// @param lines the lines that count as sales within the window
  /// @param buyers the customers with a purchase occasion in the window
  /// @param newBuyers those whose first purchase lies after the day compared with
  /// @param newBuyersChange their growth against the stretch of equal length before
  /// @param upRate the share of the customers in a layer then that are in a higher one now
  /// @param downRate the share that are in a lower one or inactive
  public record Totals(
      long lines,
      long linesWithoutCustomer,
      long customers,
      long buyers,
      BigDecimal revenue,
      BigDecimal attributedRevenue,
      long newBuyers,
      @Nullable BigDecimal newBuyersChange,
      @Nullable BigDecimal upRate,
      @Nullable BigDecimal downRate) {}

  /// @param layersByProfit the same pyramid, built by profit
  /// @param profitGap the profits of profitable customers less the losses of the others
  public record Pyramid(
      String by,
      List<Layer> layers,
      List<Layer> layersByProfit,
      List<Move> migration,
      BigDecimal profitGap) {}

  /// @param share of the revenue of all buyers
  /// @param contacts how often somebody was in contact with them within the window
  public record Layer(
      String layer,
      long customers,
      BigDecimal revenue,
      BigDecimal profit,
      @Nullable BigDecimal share,
      long contacts) {}

  /// Customers that went from one layer to another, or stayed, with their revenue now.
  public record Move(String from, String to, long customers, BigDecimal revenue) {}

  public record Rfm(
      List<Cell> grid, List<ClassCount> classes, List<SegmentCount> segments, Scores scores) {}

  public record Cell(int r, int f, long customers, BigDecimal revenue, BigDecimal meanRevenue) {}

  public record ClassCount(
      @JsonProperty("class") String name, long customers, BigDecimal revenue) {}

  public record SegmentCount(String segment, long customers, BigDecimal revenue) {}

  /// How many customers have the scores 1 to 5.
  public record Scores(List<Long> r, List<Long> f, List<Long> m) {}

  /// @param curve shares of customers, the best first, against shares of revenue
  public record Concentrated(
      @Nullable BigDecimal gini,
      @Nullable BigDecimal top20Share,
      List<List<BigDecimal>> curve,
      List<ClassCount> abc) {}

  public record Activity(List<ActivityCount> current, List<ActivityMonth> months) {}

  public record ActivityCount(@JsonProperty("class") String name, long customers) {}

  /// The classes at the end of a month, such as `2011-11`.
  public record ActivityMonth(
      String month,
      @JsonProperty("A") long a,
      @JsonProperty("B") long b,
      @JsonProperty("W") long w,
      @JsonProperty("C") long c,
      @JsonProperty("N") long n) {}

  public record StageCount(String stage, long customers) {}

  public ValueOverview from(Run source) {
    return new ValueOverview(
        asOf,
        source,
        previousAsOf,
        windowStart,
        currency,
        totals,
        pyramid,
        rfm,
        concentration,
        activity,
        stages);
  }
}
