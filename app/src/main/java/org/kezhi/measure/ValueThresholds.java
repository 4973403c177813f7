package org.kezhi.measure;

import java.math.BigDecimal;
import java.util.List;

/// What the customers of a run were compared with, kept so that a figure can be explained later.
///
/// @param meanRecencyDays the mean over all buyers, as are the other two
public record ValueThresholds(
    long buyers,
    BigDecimal meanRecencyDays,
    BigDecimal meanFrequency,
    BigDecimal meanMonetary,
    List<Band> r,
    List<Band> f,
    List<Band> m,
    List<LayerBand> layers) {

  /// The least and the greatest value among those who have a score.
  public record Band(int score, BigDecimal least, BigDecimal greatest) {}

  /// The ranks and the revenue between which a layer lies.
  public record LayerBand(
      String layer, int firstRank, int lastRank, BigDecimal least, BigDecimal greatest) {}
}
