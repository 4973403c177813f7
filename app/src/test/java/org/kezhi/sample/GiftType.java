package org.kezhi.sample;

import static org.kezhi.sample.Gift.GIFT;

import org.kezhi.record.FieldKind;
import org.kezhi.record.ObjectType;

/// What we gave to customers: a kind of record that the program has never heard of.
final class GiftType extends ObjectType {

  GiftType() {
    super("gift", GIFT);
    title(GIFT.NAME);
    search(GIFT.NAME);
    matchBy(GIFT.NAME);
    kind(FieldKind.MONEY, GIFT.WORTH);
    follows(GIFT.CUSTOMER_ID);
    defaultList(GIFT.NAME, GIFT.WORTH, GIFT.CUSTOMER_ID);
  }
}
