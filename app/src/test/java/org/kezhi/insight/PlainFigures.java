package org.kezhi.insight;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/// The definitions of the value figures a second time: plain Java over the raw lines, written
/// without a look at the queries and sharing nothing with them, so that one checks the other.
final class PlainFigures {

  private static final int WINDOW = 24;

  private final LocalDate asOf;
  private final Map<String, Customer> customers = new TreeMap<>();
  private final List<Customer> buyers;
  private final Map<String, String> layers;
  private final Map<String, String> earlierLayers;

  /// Everything that was sold to one customer.
  static final class Customer {
    final String code;
    final NavigableSet<LocalDate> purchases = new TreeSet<>();
    final NavigableSet<LocalDate> saleDays = new TreeSet<>();
    final NavigableSet<YearMonth> months = new TreeSet<>();
    final Map<LocalDate, BigDecimal> revenue = new HashMap<>();
    private final Map<List<LocalDate>, BigDecimal> sums = new HashMap<>();

    Customer(String code) {
      this.code = code;
    }

    BigDecimal revenue(LocalDate from, LocalDate to) {
      return sums.computeIfAbsent(List.of(from, to), _ -> sum(from, to));
    }

    private BigDecimal sum(LocalDate from, LocalDate to) {
      return revenue.entrySet().stream()
          .filter(day -> !day.getKey().isBefore(from) && day.getKey().isBefore(to))
          .map(Map.Entry::getValue)
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    int purchases(LocalDate from, LocalDate to) {
      return purchases.subSet(from, true, to, false).size();
    }
  }

  PlainFigures(Collection<OnlineRetail.Line> lines, LocalDate asOf) {
    this.asOf = asOf;
    for (var line : lines) {
      if (line.customer() != null) {
        add(customers.computeIfAbsent(line.customer(), Customer::new), line);
      }
    }
    buyers = buyersOn(asOf);
    layers = layersOn(asOf);
    earlierLayers = layersOn(asOf.minusMonths(3));
  }

  private static void add(Customer customer, OnlineRetail.Line line) {
    var day = line.at().toLocalDate();
    customer.saleDays.add(day);
    customer.revenue.merge(day, line.amount(), BigDecimal::add);
    if (line.quantity() > 0 && line.price().signum() > 0) {
      customer.purchases.add(day);
      customer.months.add(YearMonth.from(day));
    }
  }

  Collection<Customer> customers() {
    return customers.values();
  }

  List<Customer> buyers() {
    return buyers;
  }

  BigDecimal revenue(Customer customer) {
    return customer.revenue(asOf.minusMonths(WINDOW), asOf);
  }

  private List<Customer> buyersOn(LocalDate day) {
    var start = day.minusMonths(WINDOW);
    return customers.values().stream()
        .filter(customer -> customer.purchases(start, day) > 0)
        .sorted(
            Comparator.comparing((Customer customer) -> customer.revenue(start, day))
                .reversed()
                .thenComparing(customer -> customer.code))
        .toList();
  }

  private Map<String, String> layersOn(LocalDate day) {
    var found = new HashMap<String, String>();
    for (var customer : customers.values()) {
      found.put(
          customer.code,
          customer.purchases.lower(day) != null
              ? "inactive"
              : customer.saleDays.lower(day) != null ? "none" : afterwards(customer, day));
    }
    var ranked = buyersOn(day);
    for (int i = 0; i < ranked.size(); i++) {
      found.put(ranked.get(i).code, layer(i + 1, ranked.size()));
    }
    return found;
  }

  /// Who bought only later had no contact before: the data set knows of nothing but sales.
  private static String afterwards(Customer customer, LocalDate day) {
    return customer.saleDays.first().isBefore(day) ? "none" : "suspect";
  }

  private static String layer(int rank, int n) {
    if (rank <= (n + 99) / 100) {
      return "top";
    }
    if (rank <= (n * 5 + 99) / 100) {
      return "big";
    }
    return rank <= (n * 20 + 99) / 100 ? "medium" : "small";
  }

  String layer(Customer customer) {
    return layers.get(customer.code);
  }

  String earlierLayer(Customer customer) {
    return earlierLayers.get(customer.code);
  }

  /// Scores of all buyers by a measure whose greater values are better.
  Map<String, Integer> scores(Comparator<Customer> better) {
    var sorted = new ArrayList<>(buyers());
    sorted.sort(better);
    var scores = new HashMap<String, Integer>();
    var rank = 1;
    for (int i = 0; i < sorted.size(); i++) {
      if (i > 0 && better.compare(sorted.get(i - 1), sorted.get(i)) != 0) {
        rank = i + 1;
      }
      var n = sorted.size();
      scores.put(sorted.get(i).code, n == 1 ? 5 : Math.min(5, 5 * (rank - 1) / (n - 1) + 1));
    }
    return scores;
  }

  Map<String, Integer> recencyScores() {
    return scores(Comparator.comparing(this::lastPurchase));
  }

  Map<String, Integer> frequencyScores() {
    return scores(Comparator.comparing(this::frequency));
  }

  Map<String, Integer> monetaryScores() {
    return scores(Comparator.comparing(this::revenue));
  }

  LocalDate lastPurchase(Customer customer) {
    return customer.purchases.lower(asOf);
  }

  int frequency(Customer customer) {
    return customer.purchases(asOf.minusMonths(WINDOW), asOf);
  }

  Map<String, String> rfmClasses() {
    var buyers = buyers();
    var n = buyers.size();
    ToLongFunction<Customer> days = c -> ChronoUnit.DAYS.between(lastPurchase(c), asOf);
    var allDays = buyers.stream().mapToLong(days).sum();
    var allPurchases = buyers.stream().mapToLong(this::frequency).sum();
    var allRevenue = buyers.stream().map(this::revenue).reduce(BigDecimal.ZERO, BigDecimal::add);
    var classes = new HashMap<String, String>();
    for (var buyer : buyers) {
      var recent = days.applyAsLong(buyer) * n < allDays;
      var often = (long) frequency(buyer) * n > allPurchases;
      var much = revenue(buyer).multiply(BigDecimal.valueOf(n)).compareTo(allRevenue) > 0;
      var name = recent ? (often ? "Value" : "Develop") : (often ? "Keep" : "Retain");
      classes.put(buyer.code, (much ? "key" : "general") + name);
    }
    return classes;
  }

  static String segment(int r, int f) {
    return switch (r) {
      case 5 -> f >= 4 ? "champions" : f >= 2 ? "potentialLoyalist" : "new";
      case 4 -> f >= 4 ? "loyal" : f >= 2 ? "potentialLoyalist" : "promising";
      case 3 -> f >= 4 ? "loyal" : f == 3 ? "needAttention" : "aboutToSleep";
      default -> f == 5 ? "cannotLose" : f >= 3 ? "atRisk" : r == 2 ? "hibernating" : "lost";
    };
  }

  String activityClass(Customer customer, LocalDate day) {
    var last = customer.purchases.lower(day);
    if (last == null) {
      return "none";
    }
    var end = YearMonth.from(day);
    var first = YearMonth.from(customer.purchases.first());
    var start = first.isAfter(end.minusMonths(12)) ? first : end.minusMonths(12);
    var period = new ArrayList<Boolean>();
    for (var month = start; month.isBefore(end); month = month.plusMonths(1)) {
      period.add(customer.months.contains(month));
    }
    if (period.size() < 3) {
      return "N";
    }
    if (period.stream().allMatch(bought -> bought)) {
      return "A";
    }
    if (everyThree(period)) {
      return "B";
    }
    return last.isAfter(day.minusMonths(6)) ? "W" : "C";
  }

  private static boolean everyThree(List<Boolean> period) {
    for (int i = 0; i + 3 <= period.size(); i++) {
      if (!period.subList(i, i + 3).contains(true)) {
        return false;
      }
    }
    return true;
  }

  String trend(Customer customer) {
    var trend = new StringBuilder();
    for (int back = 0; back < 12; back++) {
      var then = activityClass(customer, asOf.withDayOfMonth(1).minusMonths(back));
      trend.append(then.equals("none") ? "-" : then);
    }
    return trend.toString();
  }

  Map<String, String> revenueClasses() {
    var buyers = buyers();
    var total = buyers.stream().map(this::revenue).reduce(BigDecimal.ZERO, BigDecimal::add);
    var reached = BigDecimal.ZERO;
    var classes = new HashMap<String, String>();
    for (var buyer : buyers) {
      var before = reached;
      reached = reached.add(revenue(buyer));
      Predicate<String> open = share -> before.compareTo(total.multiply(new BigDecimal(share))) < 0;
      classes.put(buyer.code, open.test("0.8") ? "A" : open.test("0.95") ? "B" : "C");
    }
    return classes;
  }

  /// Half of the mean difference between all pairs, over the mean.
  double gini() {
    var revenues = buyers().stream().mapToDouble(c -> revenue(c).doubleValue()).sorted().toArray();
    var differences = 0.0;
    var total = 0.0;
    for (double a : revenues) {
      total += a;
      for (double b : revenues) {
        differences += Math.abs(a - b);
      }
    }
    return differences / (2 * revenues.length * total);
  }

  String stage(Customer customer) {
    if (activityClass(customer, asOf).equals("C")) {
      return "termination";
    }
    var count = customer.purchases.headSet(asOf).size();
    if (count < 3 || customer.purchases.first().isAfter(asOf.minusDays(180))) {
      return "development";
    }
    return later(customer).compareTo(limit(customer, "1.1")) > 0 ? "growth" : "maturity";
  }

  boolean isDeclining(Customer customer) {
    return stage(customer).equals("maturity")
        && earlier(customer).signum() > 0
        && later(customer).compareTo(limit(customer, "0.7")) < 0;
  }

  private BigDecimal limit(Customer customer, String factor) {
    var earlier = earlier(customer);
    return earlier.signum() <= 0 ? BigDecimal.ZERO : earlier.multiply(new BigDecimal(factor));
  }

  private BigDecimal later(Customer customer) {
    return customer.revenue(asOf.minusMonths(6), asOf);
  }

  private BigDecimal earlier(Customer customer) {
    return customer.revenue(asOf.minusMonths(12), asOf.minusMonths(6));
  }
}
