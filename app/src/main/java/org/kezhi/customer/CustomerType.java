package org.kezhi.customer;

import static org.kezhi.db.Tables.CUSTOMER;

import org.kezhi.insight.CustomerValue;
import org.kezhi.record.FieldKind;
import org.kezhi.record.ObjectType;
import org.springframework.stereotype.Component;

/// Companies, people and institutions that we do, did or want to do business with.
@Component
final class CustomerType extends ObjectType {

  CustomerType() {
    super("customer", CUSTOMER);
    shown("customers", "team");
    title(CUSTOMER.NAME);
    search(CUSTOMER.NAME, CUSTOMER.SHORT_NAME, CUSTOMER.CODE, CUSTOMER.PHONE, CUSTOMER.EMAIL);
    matchBy(CUSTOMER.CODE, CUSTOMER.PHONE, CUSTOMER.EMAIL, CUSTOMER.NAME);
    choice(CUSTOMER.KIND, "company", "person", "government", "education", "partner");
    choice(CUSTOMER.STATUS, "potential", "existing", "lost", "nonCustomer");
    kind(FieldKind.PHONE, CUSTOMER.PHONE);
    kind(FieldKind.EMAIL, CUSTOMER.EMAIL);
    kind(FieldKind.URL, CUSTOMER.WEBSITE);
    kind(FieldKind.LONG_TEXT, CUSTOMER.DESCRIPTION);
    ownedBy(CUSTOMER.OWNER_ID, CUSTOMER.UNIT_ID);
    hierarchy(CUSTOMER.PARENT_ID);
    extend(CustomerValue.FIELDS);
    section(
        "base",
        CUSTOMER.CODE,
        CUSTOMER.NAME,
        CUSTOMER.SHORT_NAME,
        CUSTOMER.KIND,
        CUSTOMER.STATUS,
        CUSTOMER.SOURCE,
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
        CUSTOMER.REGION,
        CUSTOMER.OWNER_ID);
    defaultSort("-value.revenue");
  }
}
