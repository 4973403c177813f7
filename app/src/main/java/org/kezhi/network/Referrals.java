package org.kezhi.network;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.network.Party.PartyMoney;
import org.kezhi.network.PartyFigures.Known;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.Settings;
import org.kezhi.reading.ListQuery;
import org.kezhi.reading.RecordQueries;
import org.kezhi.record.Filter;
import org.kezhi.record.Filter.Operator;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Tells which customers a customer or a person has brought us, and what they have come to.
@Service
class Referrals {

  private static final int MOST = 200;
  private static final String FROM = "fromCustomer";
  private static final Map<String, String> REFERRERS =
      Map.of("customer", "toCustomer", "contact", "toContact");

  private final Policy policy;
  private final ObjectTypes types;
  private final RecordQueries records;
  private final PartyFigures figures;
  private final Settings settings;

  Referrals(
      Policy policy,
      ObjectTypes types,
      RecordQueries records,
      PartyFigures figures,
      Settings settings) {
    this.policy = policy;
    this.types = types;
    this.records = records;
    this.figures = figures;
    this.settings = settings;
  }

  /// Who was referred.
  ///
  /// @param revenue what they bring together, in base currency; none for who may not see it
  /// @param complete whether these are all; if not, the revenue is only of these
  record ReferralList(List<Referral> items, @Nullable PartyMoney revenue, boolean complete) {}

  /// One customer that was referred.
  record Referral(Party customer, @Nullable String startedOn, @Nullable PartyMoney revenue) {}

  @Transactional(readOnly = true)
  ReferralList by(Viewer viewer, ObjectType type, UUID id) {
    var reference = REFERRERS.get(type.name());
    if (reference == null || records.find(viewer, type, List.of(id), List.of()).isEmpty()) {
      throw CommonProblem.NOT_FOUND.with();
    }
    var relation = types.named(PartyRelationType.NAME).orElseThrow();
    if (!policy.maySee(viewer, relation)
        || !Stream.of("kind", FROM, reference, "startedOn")
            .allMatch(name -> policy.visibleField(viewer, relation, name).isPresent())) {
      return new ReferralList(List.of(), null, true);
    }
    var page = records.list(viewer, relation, query(reference, id));
    var since = new HashMap<UUID, @Nullable String>();
    for (var row : page.items()) {
      if (row.get(FROM) instanceof Map<?, ?> customer && customer.get("id") instanceof UUID one) {
        since.put(one, (String) row.get("startedOn"));
      }
    }
    return list(figures.of(viewer, since.keySet()), since, page.nextCursor() == null);
  }

  private static ListQuery query(String reference, UUID id) {
    var filter =
        new Filter.And(
            List.of(
                new Filter.Test("kind", Operator.EQ, List.of(PartyRelationType.REFERRER)),
                new Filter.Test(reference, Operator.IN, List.of(id.toString()))));
    return new ListQuery(filter, List.of(), List.of(FROM, "startedOn"), MOST, null, null);
  }

  private ReferralList list(
      Map<UUID, Known> known, Map<UUID, @Nullable String> since, boolean complete) {
    var items =
        known.values().stream()
            .sorted(Comparator.comparing(Referrals::worth).reversed())
            .map(
                one -> new Referral(one.party(), since.get(one.party().id()), money(one.revenue())))
            .toList();
    var sum =
        known.values().stream().map(Referrals::worth).reduce(BigDecimal.ZERO, BigDecimal::add);
    var isSeen = known.values().stream().anyMatch(one -> one.revenue() != null);
    return new ReferralList(items, isSeen ? money(sum) : null, complete);
  }

  private static BigDecimal worth(Known one) {
    return one.revenue() == null ? BigDecimal.ZERO : one.revenue();
  }

  private @Nullable PartyMoney money(@Nullable BigDecimal amount) {
    return amount == null ? null : PartyMoney.of(amount, settings.baseCurrency());
  }
}
