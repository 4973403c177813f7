package org.kezhi.activity;

import static org.kezhi.db.Tables.ACTIVITY;

import java.util.List;
import org.kezhi.record.FieldKind;
import org.kezhi.record.ObjectType;
import org.springframework.stereotype.Component;

/// A note, a contact of whatever way or a task with a customer.
@Component
final class ActivityType extends ObjectType {

  ActivityType() {
    super("activity", ACTIVITY);
    path("activities");
    shown("customers", "activity");
    title(ACTIVITY.SUBJECT);
    search(ACTIVITY.SUBJECT, ACTIVITY.BODY);
    choice(ACTIVITY.KIND, "note", "followUp", "call", "visit", "email", "letter", "task");
    choice(ACTIVITY.DIRECTION, "out", "in");
    choice(ACTIVITY.OUTCOME, "reached", "notReached", "interested", "declined", "agreed");
    choice(ACTIVITY.PRIORITY, "high", "normal", "low");
    choice(ACTIVITY.REPEATS, "daily", "weekly", "monthly", "yearly");
    kind(FieldKind.LONG_TEXT, ACTIVITY.BODY);
    computed(ACTIVITY.DONE_AT, ACTIVITY.DONE_BY);
    leaveOut(ACTIVITY.FIRST_DUE_AT, ACTIVITY.OCCURRENCE, ACTIVITY.PREVIOUS_ID);
    ownedBy(ACTIVITY.OWNER_ID, ACTIVITY.UNIT_ID);
    follows(ACTIVITY.CUSTOMER_ID);
    headed();
    quickCreate(
        ACTIVITY.KIND, ACTIVITY.SUBJECT, ACTIVITY.BODY, ACTIVITY.CUSTOMER_ID, ACTIVITY.DUE_AT);
    defaultList(
        ACTIVITY.KIND,
        ACTIVITY.SUBJECT,
        ACTIVITY.CUSTOMER_ID,
        ACTIVITY.HAPPENED_AT,
        ACTIVITY.DUE_AT,
        ACTIVITY.DONE,
        ACTIVITY.OWNER_ID);
    defaultSort("-happenedAt");
    timelineOf(
        ACTIVITY.HAPPENED_AT, ACTIVITY.BODY, List.of(ACTIVITY.CUSTOMER_ID, ACTIVITY.CONTACT_ID));
    planned(ACTIVITY.DUE_AT, ACTIVITY.DONE);
  }

  private void headed() {
    section(
        "base",
        ACTIVITY.KIND,
        ACTIVITY.SUBJECT,
        ACTIVITY.BODY,
        ACTIVITY.CUSTOMER_ID,
        ACTIVITY.CONTACT_ID,
        ACTIVITY.OWNER_ID,
        ACTIVITY.UNIT_ID);
    section(
        "contact", ACTIVITY.HAPPENED_AT, ACTIVITY.DIRECTION, ACTIVITY.DURATION, ACTIVITY.OUTCOME);
    section(
        "plan",
        ACTIVITY.DUE_AT,
        ACTIVITY.PRIORITY,
        ACTIVITY.REMIND_AT,
        ACTIVITY.DONE,
        ACTIVITY.DONE_AT,
        ACTIVITY.DONE_BY,
        ACTIVITY.REPEATS,
        ACTIVITY.REPEATS_EVERY,
        ACTIVITY.REPEATS_UNTIL);
  }
}
