package org.kezhi.record;

import org.jooq.Condition;
import org.jooq.Table;

/// Says which records a formula may look at when it follows a reference.
@FunctionalInterface
public interface Seen {

  /// The condition on the table of the other kind of record, under the alias of the statement.
  Condition condition(ObjectType target, Table<?> alias);
}
