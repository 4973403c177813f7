package org.kezhi.customer;

import static org.kezhi.db.Tables.CONTACT;

import java.util.List;
import org.kezhi.record.FieldKind;
import org.kezhi.record.MatchKind;
import org.kezhi.record.ObjectType;
import org.springframework.stereotype.Component;

/// The people at a customer and the part that each plays in buying.
@Component
final class ContactType extends ObjectType {

  ContactType() {
    super("contact", CONTACT);
    shown("customers", "contacts");
    title(CONTACT.NAME);
    search(CONTACT.NAME, CONTACT.PHONE, CONTACT.EMAIL, CONTACT.JOB_TITLE);
    matchBy(CONTACT.PHONE, CONTACT.EMAIL, CONTACT.NAME);
    choice(CONTACT.BUYING_ROLE, "decider", "influencer", "buyer", "user", "gatekeeper");
    choice(CONTACT.PREFERRED_CHANNEL, "phone", "email", "wechat", "visit", "letter");
    kind(FieldKind.PHONE, CONTACT.PHONE);
    kind(FieldKind.EMAIL, CONTACT.EMAIL);
    kind(FieldKind.LONG_TEXT, CONTACT.DESCRIPTION);
    match(MatchKind.PERSON, CONTACT.NAME);
    match(MatchKind.PHONE, CONTACT.PHONE);
    match(MatchKind.EMAIL, CONTACT.EMAIL);
    match(MatchKind.WITHIN, CONTACT.CUSTOMER_ID);
    follows(CONTACT.CUSTOMER_ID);
    careDates(List.of(CONTACT.BIRTHDAY));
    quickCreate(CONTACT.NAME, CONTACT.CUSTOMER_ID, CONTACT.BUYING_ROLE, CONTACT.PHONE);
    defaultList(
        CONTACT.NAME,
        CONTACT.CUSTOMER_ID,
        CONTACT.JOB_TITLE,
        CONTACT.BUYING_ROLE,
        CONTACT.PHONE,
        CONTACT.EMAIL);
  }
}
