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
    choices(
        CONTACT.BUYING_ROLE,
        "initiator",
        "user",
        "influencer",
        "decider",
        "approver",
        "buyer",
        "gatekeeper");
    choice(CONTACT.STANCE, "champion", "supporter", "neutral", "sceptic", "opponent");
    choice(CONTACT.INFLUENCE, "high", "medium", "low");
    hierarchy(CONTACT.REPORTS_TO_ID);
    choice(CONTACT.PREFERRED_CHANNEL, "phone", "email", "wechat", "visit", "letter");
    kind(FieldKind.PHONE, CONTACT.PHONE);
    kind(FieldKind.EMAIL, CONTACT.EMAIL);
    kind(FieldKind.LONG_TEXT, CONTACT.DESCRIPTION);
    match(MatchKind.PERSON, CONTACT.NAME);
    match(MatchKind.PHONE, CONTACT.PHONE);
    match(MatchKind.EMAIL, CONTACT.EMAIL);
    match(MatchKind.WITHIN, CONTACT.CUSTOMER_ID);
    follows(CONTACT.CUSTOMER_ID);
    headed();
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

  private void headed() {
    section(
        "base",
        CONTACT.NAME,
        CONTACT.CUSTOMER_ID,
        CONTACT.JOB_TITLE,
        CONTACT.DEPARTMENT,
        CONTACT.PHONE,
        CONTACT.EMAIL,
        CONTACT.PREFERRED_CHANNEL,
        CONTACT.BIRTHDAY,
        CONTACT.DESCRIPTION);
    section(
        "decision", CONTACT.REPORTS_TO_ID, CONTACT.BUYING_ROLE, CONTACT.STANCE, CONTACT.INFLUENCE);
  }
}
