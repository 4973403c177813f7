package org.kezhi.network;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.network.CustomerGroup.GroupFigures;
import org.kezhi.network.CustomerGroup.Member;
import org.kezhi.network.Party.PartyMoney;
import org.kezhi.network.PartyFigures.Known;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.Settings;
import org.kezhi.record.ObjectTypes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Tells the group that a customer belongs to, with what all below each company come to. Whoever
/// may not see a company learns of it only that it connects others, and no figure of it.
@Service
class CustomerGroups {

  private final GroupWalk walk;
  private final PartyFigures figures;
  private final Policy policy;
  private final ObjectTypes types;
  private final Settings settings;

  CustomerGroups(
      GroupWalk walk, PartyFigures figures, Policy policy, ObjectTypes types, Settings settings) {
    this.walk = walk;
    this.figures = figures;
    this.policy = policy;
    this.types = types;
    this.settings = settings;
  }

  @Transactional(readOnly = true)
  CustomerGroup of(Viewer viewer, UUID customer) {
    if (!figures.of(viewer, Set.of(customer)).containsKey(customer)) {
      throw CommonProblem.NOT_FOUND.with();
    }
    var type = types.named("customer").orElseThrow();
    var isTold = policy.visibleField(viewer, type, "parent").isPresent();
    var group = isTold ? walk.around(customer) : new GroupWalk.Group(Map.of(), customer, true);
    var ids = isTold ? group.parents().keySet() : Set.of(customer);
    var grown = grow(group, figures.of(viewer, ids));
    var items = new ArrayList<Member>();
    write(grown, null, items);
    return new CustomerGroup(items, group.complete());
  }

  /// A company with all that is told below it.
  private record Branch(@Nullable Known known, Sum own, Sum total, List<Branch> below) {

    boolean isTold() {
      return known != null || !below.isEmpty();
    }
  }

  /// Figures on their way to a sum.
  private record Sum(
      int companies,
      @Nullable BigDecimal revenue,
      @Nullable Integer orders,
      @Nullable Integer tasks) {

    static final Sum NONE = new Sum(0, null, null, null);

    static Sum of(@Nullable Known known) {
      return known == null ? NONE : new Sum(1, known.revenue(), known.orders(), known.openTasks());
    }

    Sum plus(Sum other) {
      return new Sum(
          companies + other.companies,
          revenue == null || other.revenue == null
              ? (revenue == null ? other.revenue : revenue)
              : revenue.add(other.revenue),
          plus(orders, other.orders),
          plus(tasks, other.tasks));
    }

    private static @Nullable Integer plus(@Nullable Integer one, @Nullable Integer other) {
      return one == null ? other : other == null ? one : Integer.valueOf(one + other);
    }
  }

  private static Branch grow(GroupWalk.Group group, Map<UUID, Known> known) {
    var below = new LinkedHashMap<UUID, List<UUID>>();
    group
        .parents()
        .forEach((id, parent) -> {
          if (parent != null) {
            below.computeIfAbsent(parent, _ -> new ArrayList<>()).add(id);
          }
        });
    return branch(group.head(), below, known);
  }

  private static Branch branch(UUID id, Map<UUID, List<UUID>> below, Map<UUID, Known> known) {
    var branches =
        below.getOrDefault(id, List.of()).stream()
            .map(child -> branch(child, below, known))
            .filter(Branch::isTold)
            .sorted(order())
            .toList();
    var own = Sum.of(known.get(id));
    var total = branches.stream().map(Branch::total).reduce(own, Sum::plus);
    return new Branch(known.get(id), own, total, branches);
  }

  /// What brings most comes first, then by name.
  private static Comparator<Branch> order() {
    Comparator<Branch> byRevenue =
        Comparator.comparing(
            (Branch branch) -> branch.total.revenue,
            Comparator.nullsFirst(Comparator.<BigDecimal>naturalOrder()));
    return byRevenue
        .reversed()
        .thenComparing(
            branch -> branch.known == null ? "" : String.valueOf(branch.known.party().title()));
  }

  private void write(Branch branch, @Nullable Integer above, List<Member> items) {
    var key = items.size();
    var itself = branch.known == null ? 0 : 1;
    items.add(
        new Member(
            key,
            above,
            branch.known == null ? null : branch.known.party(),
            branch.known == null ? null : told(branch.own, branch.own.companies - itself),
            told(branch.total, branch.total.companies - itself)));
    branch.below.forEach(child -> write(child, key, items));
  }

  private GroupFigures told(Sum sum, int subsidiaries) {
    var revenue = sum.revenue == null ? null : PartyMoney.of(sum.revenue, settings.baseCurrency());
    return new GroupFigures(subsidiaries, revenue, sum.orders, sum.tasks);
  }
}
