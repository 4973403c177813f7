package org.kezhi.network;

import static org.kezhi.db.Tables.PARTY_RELATION;

import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.kezhi.writing.Draft;
import org.kezhi.writing.WriteRule;
import org.springframework.stereotype.Component;

/// A relation has one other party, which is not the customer itself, and is said once.
@Component
class PartyRelationRule implements WriteRule {

  private final DSLContext db;

  PartyRelationRule(DSLContext db) {
    this.db = db;
  }

  @Override
  public String object() {
    return PartyRelationType.NAME;
  }

  @Override
  public void apply(Draft draft) {
    var from = draft.now(PARTY_RELATION.FROM_CUSTOMER_ID);
    var customer = draft.now(PARTY_RELATION.TO_CUSTOMER_ID);
    var contact = draft.now(PARTY_RELATION.TO_CONTACT_ID);
    if (customer != null && contact != null) {
      draft.reject(PARTY_RELATION.TO_CONTACT_ID, "oneParty");
    } else if (customer == null && contact == null) {
      draft.reject(PARTY_RELATION.TO_CUSTOMER_ID, "required");
    } else if (from != null && from.equals(customer)) {
      draft.reject(PARTY_RELATION.TO_CUSTOMER_ID, "itself");
    } else if (isSaid(draft)) {
      draft.reject(PARTY_RELATION.KIND, "alreadyRelated");
    }
    var start = draft.now(PARTY_RELATION.STARTED_ON);
    var end = draft.now(PARTY_RELATION.ENDED_ON);
    if (start != null && end != null && end.isBefore(start)) {
      draft.reject(PARTY_RELATION.ENDED_ON, "beforeStart");
    }
  }

  private boolean isSaid(Draft draft) {
    var kind = draft.now(PARTY_RELATION.KIND);
    var from = draft.now(PARTY_RELATION.FROM_CUSTOMER_ID);
    if (kind == null || from == null) {
      return false;
    }
    return db.fetchExists(
        PARTY_RELATION,
        PARTY_RELATION
            .ID
            .ne(draft.id())
            .and(PARTY_RELATION.DELETED_AT.isNull())
            .and(PARTY_RELATION.KIND.eq(kind))
            .and(sameParties(draft, PartyRelationType.MUTUAL.contains(kind))));
  }

  private static Condition sameParties(Draft draft, boolean mutual) {
    var from = Objects.requireNonNull(draft.now(PARTY_RELATION.FROM_CUSTOMER_ID));
    var customer = draft.now(PARTY_RELATION.TO_CUSTOMER_ID);
    var contact = draft.now(PARTY_RELATION.TO_CONTACT_ID);
    var same =
        PARTY_RELATION
            .FROM_CUSTOMER_ID
            .eq(from)
            .and(
                customer == null
                    ? PARTY_RELATION.TO_CONTACT_ID.eq(contact)
                    : PARTY_RELATION.TO_CUSTOMER_ID.eq(customer));
    return mutual && customer != null
        ? same.or(
            PARTY_RELATION
                .FROM_CUSTOMER_ID
                .eq(customer)
                .and(PARTY_RELATION.TO_CUSTOMER_ID.eq(from)))
        : same;
  }
}
