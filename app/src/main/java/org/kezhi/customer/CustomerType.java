package org.kezhi.customer;

import static org.kezhi.db.Tables.CUSTOMER;

import java.time.Clock;
import java.util.List;
import org.kezhi.insight.CustomerValue;
import org.kezhi.platform.Settings;
import org.kezhi.record.FieldKind;
import org.kezhi.record.MatchKind;
import org.kezhi.record.ObjectType;
import org.springframework.stereotype.Component;

/// Companies, people and institutions that we do, did or want to do business with.
@Component
final class CustomerType extends ObjectType {

  CustomerType(Settings settings, Clock clock) {
    super("customer", CUSTOMER);
    shown("customers", "team");
    title(CUSTOMER.NAME);
    search(
        CUSTOMER.NAME,
        CUSTOMER.SHORT_NAME,
        CUSTOMER.CODE,
        CUSTOMER.CREDIT_CODE,
        CUSTOMER.PHONE,
        CUSTOMER.EMAIL);
    matchBy(CUSTOMER.CODE, CUSTOMER.CREDIT_CODE, CUSTOMER.PHONE, CUSTOMER.EMAIL, CUSTOMER.NAME);
    choice(CUSTOMER.KIND, "company", "person", "government", "education", "partner");
    choice(CUSTOMER.STATUS, "potential", "existing", "lost", "nonCustomer");
    kind(FieldKind.PHONE, CUSTOMER.PHONE);
    kind(FieldKind.EMAIL, CUSTOMER.EMAIL);
    kind(FieldKind.URL, CUSTOMER.WEBSITE);
    kind(FieldKind.CREDIT_CODE, CUSTOMER.CREDIT_CODE);
    kind(FieldKind.LONG_TEXT, CUSTOMER.DESCRIPTION);
    ownedBy(CUSTOMER.OWNER_ID, CUSTOMER.UNIT_ID);
    hierarchy(CUSTOMER.PARENT_ID);
    careDates(List.of(CUSTOMER.ANNIVERSARY));
    computed(CUSTOMER.LAST_CONTACT_AT, CUSTOMER.NEXT_STEP, CUSTOMER.NEXT_STEP_AT);
    toldBy("activity", CUSTOMER.LAST_CONTACT_AT, CUSTOMER.NEXT_STEP, CUSTOMER.NEXT_STEP_AT);
    derived(DaysSinceContact.FIELD, new DaysSinceContact(settings, clock));
    match(MatchKind.COMPANY, CUSTOMER.NAME);
    match(MatchKind.CREDIT_CODE, CUSTOMER.CREDIT_CODE);
    match(MatchKind.PHONE, CUSTOMER.PHONE);
    match(MatchKind.EMAIL, CUSTOMER.EMAIL);
    match(MatchKind.DOMAIN, CUSTOMER.WEBSITE, CUSTOMER.EMAIL);
    match(MatchKind.PLACE, CUSTOMER.CITY);
    extend(CustomerValue.FIELDS);
    section(
        "base",
        CUSTOMER.CODE,
        CUSTOMER.NAME,
        CUSTOMER.SHORT_NAME,
        CUSTOMER.CREDIT_CODE,
        CUSTOMER.KIND,
        CUSTOMER.STATUS,
        CUSTOMER.SOURCE,
        CUSTOMER.ANNIVERSARY,
        CUSTOMER.DESCRIPTION);
    section(
        "reach",
        CUSTOMER.PHONE,
        CUSTOMER.EMAIL,
        CUSTOMER.WEBSITE,
        CUSTOMER.REGION,
        CUSTOMER.CITY,
        CUSTOMER.ADDRESS);
    section(
        "organisation",
        CUSTOMER.INDUSTRY,
        CUSTOMER.HEAD_COUNT,
        CUSTOMER.PARENT_ID,
        CUSTOMER.OWNER_ID,
        CUSTOMER.UNIT_ID);
    section(
        "contact",
        CUSTOMER.LAST_CONTACT_AT,
        DaysSinceContact.FIELD,
        CUSTOMER.NEXT_STEP,
        CUSTOMER.NEXT_STEP_AT);
    section("value", CustomerValue.SHOWN);
    quickCreate(
        CUSTOMER.NAME,
        CUSTOMER.KIND,
        CUSTOMER.PHONE,
        CUSTOMER.REGION,
        CUSTOMER.CITY,
        CUSTOMER.OWNER_ID);
    defaultList(
        CUSTOMER.NAME,
        CustomerValue.LAYER,
        CustomerValue.RFM_CLASS,
        CustomerValue.REVENUE,
        CustomerValue.ACTIVITY_TREND,
        CustomerValue.LAST_PURCHASE,
        CUSTOMER.LAST_CONTACT_AT,
        CUSTOMER.REGION,
        CUSTOMER.OWNER_ID);
    defaultSort("-value.revenue");
  }
}
