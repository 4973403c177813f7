package org.kezhi.activity;

import static org.kezhi.db.Tables.ACTIVITY;

import org.kezhi.record.FieldKind;
import org.kezhi.record.ObjectType;
import org.springframework.stereotype.Component;

/// A note, call, visit, e-mail or task with a customer.
@Component
final class ActivityType extends ObjectType {

  ActivityType() {
    super("activity", ACTIVITY);
    path("activities");
    shown("customers", "activity");
    title(ACTIVITY.SUBJECT);
    search(ACTIVITY.SUBJECT, ACTIVITY.BODY);
    choice(ACTIVITY.KIND, "note", "call", "visit", "email", "task");
    kind(FieldKind.LONG_TEXT, ACTIVITY.BODY);
    ownedBy(ACTIVITY.OWNER_ID, ACTIVITY.UNIT_ID);
    follows(ACTIVITY.CUSTOMER_ID);
    quickCreate(
        ACTIVITY.KIND, ACTIVITY.SUBJECT, ACTIVITY.BODY, ACTIVITY.CUSTOMER_ID, ACTIVITY.DUE_ON);
    defaultList(
        ACTIVITY.KIND,
        ACTIVITY.SUBJECT,
        ACTIVITY.CUSTOMER_ID,
        ACTIVITY.HAPPENED_AT,
        ACTIVITY.DUE_ON,
        ACTIVITY.DONE,
        ACTIVITY.OWNER_ID);
    defaultSort("-happenedAt");
    timelineOf(ACTIVITY.CUSTOMER_ID, ACTIVITY.HAPPENED_AT, ACTIVITY.BODY);
  }
}
