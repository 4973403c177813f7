package org.kezhi.model;

/// When one customer has bought, as much of it as models of buying need.
///
/// @param repeats purchase occasions after the first: 0 or more
/// @param recency weeks from the first occasion to the last: 0 if there was one only
/// @param age weeks from the first occasion to the end of observation: at least the recency
public record PurchaseHistory(int repeats, double recency, double age)
    implements Comparable<PurchaseHistory> {

  /// @throws IllegalArgumentException for numbers that no history can have
  public PurchaseHistory {
    var possible = repeats == 0 ? recency == 0 : repeats > 0 && recency > 0;
    if (!possible || !(recency <= age) || !Double.isFinite(age)) {
      throw new IllegalArgumentException(
          "No history of purchases: x = %d, t_x = %s, T = %s".formatted(repeats, recency, age));
    }
  }

  @Override
  public int compareTo(PurchaseHistory other) {
    if (repeats != other.repeats) {
      return Integer.compare(repeats, other.repeats);
    }
    var byRecency = Double.compare(recency, other.recency);
    return byRecency == 0 ? Double.compare(age, other.age) : byRecency;
  }
}
