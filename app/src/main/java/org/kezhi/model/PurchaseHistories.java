package org.kezhi.model;

import java.util.Collection;
import java.util.List;

/// The histories of many customers, each distinct one once with the number of its customers: a
/// likelihood of them is the same, and several times cheaper.
public final class PurchaseHistories {

  private final List<PurchaseHistory> distinct;
  private final int[] weights;

  private PurchaseHistories(List<PurchaseHistory> distinct, int[] weights) {
    this.distinct = distinct;
    this.weights = weights;
  }

  public static PurchaseHistories of(Collection<PurchaseHistory> all) {
    var sorted = all.stream().sorted().toArray(PurchaseHistory[]::new);
    var weights = new int[sorted.length];
    var last = -1;
    for (var history : sorted) {
      if (last < 0 || !sorted[last].equals(history)) {
        sorted[++last] = history;
      }
      weights[last]++;
    }
    return new PurchaseHistories(List.of(sorted).subList(0, last + 1), weights);
  }

  /// The distinct ones, those with the fewest repeats first.
  public List<PurchaseHistory> distinct() {
    return distinct;
  }

  /// How many customers have the distinct history of this number.
  int weight(int number) {
    return weights[number];
  }

  public int customers() {
    var sum = 0;
    for (var number = 0; number < distinct.size(); number++) {
      sum += weights[number];
    }
    return sum;
  }

  int mostRepeats() {
    return distinct.isEmpty() ? 0 : distinct.getLast().repeats();
  }

  /// Customers by number of repeats, from none on.
  int[] byRepeats() {
    var counts = new int[mostRepeats() + 1];
    for (var number = 0; number < distinct.size(); number++) {
      counts[distinct.get(number).repeats()] += weights[number];
    }
    return counts;
  }

  double meanAge() {
    var sum = 0.0;
    for (var number = 0; number < distinct.size(); number++) {
      sum += weights[number] * distinct.get(number).age();
    }
    return sum / customers();
  }

  double meanRepeats() {
    var sum = 0.0;
    for (var number = 0; number < distinct.size(); number++) {
      sum += (double) weights[number] * distinct.get(number).repeats();
    }
    return sum / customers();
  }
}
