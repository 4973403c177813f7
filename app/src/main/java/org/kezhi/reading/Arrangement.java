package org.kezhi.reading;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How the record page and the form of a kind of record are arranged for somebody. What it does not
/// place comes last; what it hides is hidden from nobody who asks for it otherwise.
///
/// @param hidden the fields that neither page nor form shows
/// @param tabs the tabs in the middle, in their order; those named in neither list come last
/// @param cards the cards in their order; those named in neither list come last
/// @param conditional the fields that some records only have
/// @param watched the fields on which it depends which sections and fields a record has
public record Arrangement(
    List<Part> sections,
    List<String> hidden,
    List<String> tabs,
    List<String> hiddenTabs,
    List<String> cards,
    List<String> hiddenCards,
    List<String> conditional,
    List<String> watched) {

  /// A headed group of fields.
  ///
  /// @param labels what it is called, by language; empty where its own name holds
  /// @param conditional whether it is shown for some records only
  public record Part(
      String id,
      Map<Locale, String> labels,
      int columns,
      List<String> fields,
      boolean conditional) {}
}
