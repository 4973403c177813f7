package org.kezhi.customer;

import static org.jooq.impl.DSL.inline;
import static org.kezhi.db.Tables.CUSTOMER;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kezhi.platform.Settings;
import org.kezhi.record.Formula;
import org.kezhi.record.Seen;

/// How many days of the company's calendar have gone by since the last contact.
record DaysSinceContact(Settings settings, Clock clock) implements Formula {

  static final Field<Integer> FIELD =
      DSL.field(
          CUSTOMER.getQualifiedName().append("days_since_contact"), SQLDataType.INTEGER.null_());
  private static final String LAST = "lastContactAt";

  @Override
  public Field<?> on(Table<?> alias, Seen seen) {
    var zone = settings.zone();
    return DSL.field(
        "case when {1} is not null then greatest({0} - ({1} at time zone {2})::date, 0) end",
        SQLDataType.INTEGER,
        inline(LocalDate.now(clock.withZone(zone))),
        DSL.field(alias.getQualifiedName().append(CUSTOMER.LAST_CONTACT_AT.getUnqualifiedName())),
        inline(zone.getId()));
  }

  @Override
  public Set<String> inputs() {
    return Set.of(LAST);
  }

  @Override
  public Optional<String> reversed() {
    return Optional.of(LAST);
  }
}
