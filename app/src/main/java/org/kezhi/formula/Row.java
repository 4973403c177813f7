package org.kezhi.formula;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jooq.Condition;
import org.jooq.Table;
import org.kezhi.record.Aliases;
import org.kezhi.record.ObjectType;
import org.kezhi.record.Seen;

/// The record of which a formula speaks, as a statement names it, and the day on which it asks.
///
/// @param seen which of the records that it refers to may be read
record Row(Table<?> alias, LocalDate today, ZoneId zone, Seen seen) {

  /// A table that a subquery reads, under a name that no query around it has.
  Table<?> beside(Table<?> table, String suffix) {
    return Aliases.of(table, alias.getName() + suffix);
  }

  Row over(Table<?> other) {
    return new Row(other, today, zone, seen);
  }

  Condition maySee(ObjectType target, Table<?> other) {
    return seen.condition(target, other);
  }
}
