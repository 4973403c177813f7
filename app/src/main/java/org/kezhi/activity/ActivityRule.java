package org.kezhi.activity;

import static org.kezhi.db.Tables.ACTIVITY;
import static org.kezhi.db.Tables.CONTACT;

import org.jooq.DSLContext;
import org.kezhi.writing.Draft;
import org.kezhi.writing.WriteRule;
import org.springframework.stereotype.Component;

/// Whoever took part belongs to a customer, and what repeats itself needs a first time.
@Component
class ActivityRule implements WriteRule {

  private final DSLContext db;

  ActivityRule(DSLContext db) {
    this.db = db;
  }

  @Override
  public String object() {
    return "activity";
  }

  @Override
  public void apply(Draft draft) {
    var contact = draft.get(ACTIVITY.CONTACT_ID);
    if (contact != null && draft.now(ACTIVITY.CUSTOMER_ID) == null) {
      draft.set(
          ACTIVITY.CUSTOMER_ID,
          db.select(CONTACT.CUSTOMER_ID)
              .from(CONTACT)
              .where(CONTACT.ID.eq(contact))
              .fetchOne(CONTACT.CUSTOMER_ID));
    }
    if (draft.now(ACTIVITY.REPEATS) != null && draft.now(ACTIVITY.DUE_AT) == null) {
      draft.reject(ACTIVITY.DUE_AT, "required");
    }
  }
}
