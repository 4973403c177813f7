package org.kezhi.insight;

import java.time.LocalDate;
import java.util.List;

/// Where the figures of one customer come from, in the reader's words.
///
/// @param settingsVersion which change of the thresholds the figures follow
public record ValueExplanation(
    LocalDate asOf,
    LocalDate windowStart,
    long run,
    long settingsVersion,
    String currency,
    List<Item> items) {

  /// @param figure the name of the field, without its prefix
  /// @param code what the field holds
  /// @param value the same as people read it
  /// @param text the inputs and the thresholds that led to it
  public record Item(String figure, String label, String code, String value, String text) {}
}
