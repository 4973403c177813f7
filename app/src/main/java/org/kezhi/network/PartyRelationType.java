package org.kezhi.network;

import static org.kezhi.db.Tables.PARTY_RELATION;

import java.util.Set;
import org.kezhi.record.FieldKind;
import org.kezhi.record.ObjectType;
import org.springframework.stereotype.Component;

/// What another customer, or a person, is to a customer.
@Component
final class PartyRelationType extends ObjectType {

  static final String NAME = "partyRelation";
  static final String REFERRER = "referrer";

  /// Kinds that hold in both directions alike.
  static final Set<String> MUTUAL = Set.of("partner", "competitor");

  PartyRelationType() {
    super(NAME, PARTY_RELATION);
    path("party-relations");
    shown("customers", "relation");
    title(PARTY_RELATION.CODE);
    matchBy(PARTY_RELATION.CODE);
    search(PARTY_RELATION.CODE, PARTY_RELATION.DESCRIPTION);
    choice(
        PARTY_RELATION.KIND,
        "partner",
        "supplier",
        "dealer",
        REFERRER,
        "competitor",
        "owner",
        "employee",
        "adviser",
        "other");
    kind(FieldKind.LONG_TEXT, PARTY_RELATION.DESCRIPTION);
    follows(PARTY_RELATION.FROM_CUSTOMER_ID);
    follows(PARTY_RELATION.TO_CUSTOMER_ID);
    follows(PARTY_RELATION.TO_CONTACT_ID);
    quickCreate(
        PARTY_RELATION.FROM_CUSTOMER_ID,
        PARTY_RELATION.KIND,
        PARTY_RELATION.TO_CUSTOMER_ID,
        PARTY_RELATION.TO_CONTACT_ID,
        PARTY_RELATION.STARTED_ON,
        PARTY_RELATION.DESCRIPTION);
    defaultList(
        PARTY_RELATION.CODE,
        PARTY_RELATION.FROM_CUSTOMER_ID,
        PARTY_RELATION.KIND,
        PARTY_RELATION.TO_CUSTOMER_ID,
        PARTY_RELATION.TO_CONTACT_ID,
        PARTY_RELATION.STARTED_ON,
        PARTY_RELATION.ENDED_ON);
  }
}
