package org.kezhi.intake;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a person chose for an import.
///
/// @param mapping which field is filled from the column with which header
/// @param matchField the field by which records that are already there are recognised
/// @param policy what is done with lines whose record is already there
/// @param createMissing the kinds of record that are made when a line names one that is not there
/// @param dateOrder whether 03/04/2026 is March (`mdy`) or April (`dmy`)
public record ImportSettings(
    Map<String, String> mapping,
    @Nullable String matchField,
    String policy,
    List<String> createMissing,
    String dateOrder) {

  public static final List<String> POLICIES = List.of("create", "update", "skip", "fill");
  public static final List<String> DATE_ORDERS = List.of("mdy", "dmy");

  public boolean dayFirst() {
    return "dmy".equals(dateOrder);
  }

  public ImportSettings creating(List<String> objects) {
    return new ImportSettings(mapping, matchField, policy, objects, dateOrder);
  }

  boolean creates(String object) {
    return createMissing.contains(object);
  }

  boolean changesWhatIsThere() {
    return is("update") || is("fill");
  }

  boolean is(String name) {
    return policy.equals(name);
  }
}
