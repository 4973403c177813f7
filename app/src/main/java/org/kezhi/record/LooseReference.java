package org.kezhi.record;

import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// A table whose rows belong to a record of whatever kind, told by the name of its object and by
/// its id. No foreign key can guard such rows: they go when their record is erased and move when it
/// is merged with another.
public record LooseReference(Table<?> table, Field<String> object, Field<UUID> record) {

  /// The rows of some records.
  public Condition of(String objectName, List<UUID> ids) {
    return object.eq(objectName).and(record.eq(DSL.any(ids.toArray(UUID[]::new))));
  }
}
