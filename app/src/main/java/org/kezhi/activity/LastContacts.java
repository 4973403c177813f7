package org.kezhi.activity;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.kezhi.db.Tables.ACTIVITY;
import static org.kezhi.db.Tables.CUSTOMER;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kezhi.platform.Invariant;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Customers tell the last contact and the next step of their activities, counted once more.
@Repository
class LastContacts implements Invariant {

  private static final Field<OffsetDateTime> LAST =
      field(DSL.name("told", "last"), SQLDataType.TIMESTAMPWITHTIMEZONE);
  private static final Field<OffsetDateTime> NEXT =
      field(DSL.name("told", "next"), SQLDataType.TIMESTAMPWITHTIMEZONE);
  private static final Field<UUID> OF = field(DSL.name("told", "of"), SQLDataType.UUID);

  private final DSLContext db;

  LastContacts(DSLContext db) {
    this.db = db;
  }

  @Override
  public String name() {
    return "lastContacts";
  }

  @Override
  @Transactional(readOnly = true)
  public Finding check() {
    var contact = ACTIVITY.KIND.notIn("note", "task").and(planned().not());
    var told =
        select(
                ACTIVITY.CUSTOMER_ID.as("of"),
                max(ACTIVITY.HAPPENED_AT).filterWhere(contact).as("last"),
                min(ACTIVITY.DUE_AT).filterWhere(planned()).as("next"))
            .from(ACTIVITY)
            .where(ACTIVITY.DELETED_AT.isNull())
            .groupBy(ACTIVITY.CUSTOMER_ID)
            .asTable("told");
    var both = CUSTOMER.leftJoin(told).on(OF.eq(CUSTOMER.ID));
    var differs =
        or(
            CUSTOMER.LAST_CONTACT_AT.isDistinctFrom(LAST),
            CUSTOMER.NEXT_STEP_AT.isDistinctFrom(NEXT));
    var counts = db.select(count(), count().filterWhere(differs)).from(both).fetchSingle();
    var examples =
        db.select(CUSTOMER.CODE)
            .from(both)
            .where(differs)
            .orderBy(CUSTOMER.CODE)
            .limit(MOST_EXAMPLES);
    return new Finding(counts.value1(), counts.value2(), examples.fetch(CUSTOMER.CODE));
  }

  private static Condition planned() {
    return ACTIVITY.DUE_AT.isNotNull().and(ACTIVITY.DONE.isFalse());
  }
}
