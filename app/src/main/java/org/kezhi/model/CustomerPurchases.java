package org.kezhi.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// What models need to know of one customer, and what came afterwards to compare with.
///
/// @param meanRepeat money per occasion after the first and up to the end of observation; 0 without
/// @param later occasions after the end of observation
public record CustomerPurchases(
    String customer, LocalDate first, PurchaseHistory history, double meanRepeat, int later) {

  private static final double DAYS_A_WEEK = 7;

  /// The customers in the order in which they first appear; those who only came after the end are
  /// left out.
  ///
  /// @param end last day of observation
  public static List<CustomerPurchases> of(Collection<Purchase> purchases, LocalDate end) {
    var byCustomer = new LinkedHashMap<String, TreeMap<LocalDate, Double>>();
    for (var purchase : purchases) {
      byCustomer
          .computeIfAbsent(purchase.customer(), _ -> new TreeMap<>())
          .merge(purchase.day(), purchase.amount(), Double::sum);
    }
    var all = new ArrayList<CustomerPurchases>(byCustomer.size());
    byCustomer.forEach((customer, days) -> {
      if (!days.firstKey().isAfter(end)) {
        all.add(of(customer, days, end));
      }
    });
    return all;
  }

  private static CustomerPurchases of(
      String customer, TreeMap<LocalDate, Double> days, LocalDate end) {
    var first = days.firstKey();
    var observed = days.headMap(end, true);
    var repeats = observed.size() - 1;
    var spent = 0.0;
    for (var amount : observed.tailMap(first, false).values()) {
      spent += amount;
    }
    var history = new PurchaseHistory(repeats, weeks(first, observed.lastKey()), weeks(first, end));
    return new CustomerPurchases(
        customer,
        first,
        history,
        repeats == 0 ? 0 : spent / repeats,
        days.size() - observed.size());
  }

  /// What the customer spends on an occasion, if there is anything to go by.
  public Optional<GammaGamma.Spending> spending() {
    return history.repeats() > 0 && meanRepeat > 0
        ? Optional.of(new GammaGamma.Spending(history.repeats(), meanRepeat))
        : Optional.empty();
  }

  static double weeks(LocalDate from, LocalDate to) {
    return ChronoUnit.DAYS.between(from, to) / DAYS_A_WEEK;
  }
}
