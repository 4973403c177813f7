package org.kezhi.activity;

import static org.kezhi.db.Tables.ACTIVITY;

import org.jooq.DSLContext;
import org.kezhi.mention.Mentions;
import org.kezhi.record.RecordsChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells those whom an activity names.
@Component
class NamedPeople {

  private final DSLContext db;
  private final Mentions mentions;

  NamedPeople(DSLContext db, Mentions mentions) {
    this.db = db;
    this.mentions = mentions;
  }

  /// Only what somebody writes by hand names people: the files that an import reads do not.
  @EventListener
  void on(RecordsChanged change) {
    if (change.type().table().equals(ACTIVITY) && change.ids().size() == 1) {
      db.select(ACTIVITY.ID, ACTIVITY.SUBJECT, ACTIVITY.BODY, ACTIVITY.UPDATED_BY)
          .from(ACTIVITY)
          .where(ACTIVITY.ID.eq(change.ids().getFirst()))
          .and(ACTIVITY.DELETED_AT.isNull())
          .and(ACTIVITY.SUBJECT.contains("@").or(ACTIVITY.BODY.contains("@")))
          .forEach(row -> {
            var text = row.value3() == null ? row.value2() : row.value3();
            mentions.tell(
                new Mentions.Said(
                    change.type(), row.value1(), "activity:" + row.value1(), row.value4(), text));
          });
    }
  }
}
