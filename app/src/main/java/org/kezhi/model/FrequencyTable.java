package org.kezhi.model;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// How many customers came back how often, and how many should have according to a model.
///
/// @param rows for 0, 1, 2 and more repeats; the last for as many and all above
public record FrequencyTable(List<Row> rows) {

  /// How many customers came back just so often, observed and expected.
  public record Row(int repeats, long observed, double expected) {}

  public static FrequencyTable of(PurchaseModel model, PurchaseHistories histories, int last) {
    var observed = new long[last + 1];
    var expected = new double[last + 1];
    var ages = new TreeMap<Double, Integer>();
    for (var number = 0; number < histories.distinct().size(); number++) {
      var history = histories.distinct().get(number);
      observed[Math.min(last, history.repeats())] += histories.weight(number);
      ages.merge(history.age(), histories.weight(number), Integer::sum);
    }
    ages.forEach((age, customers) -> {
      var rest = 1.0;
      for (var repeats = 0; repeats < last; repeats++) {
        var share = age > 0 ? model.probability(repeats, age) : repeats == 0 ? 1 : 0;
        expected[repeats] += customers * share;
        rest -= share;
      }
      expected[last] += customers * rest;
    });
    var rows = new ArrayList<Row>();
    for (var repeats = 0; repeats <= last; repeats++) {
      rows.add(new Row(repeats, observed[repeats], expected[repeats]));
    }
    return new FrequencyTable(List.copyOf(rows));
  }
}
