package org.kezhi.duplicate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.kezhi.record.ObjectType;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Repository;

/// Reads what records are recognised by.
@Repository
class TraitRows {

  private final DSLContext db;

  TraitRows(DSLContext db) {
    this.db = db;
  }

  /// The records of these that are there, not those in the recycle bin.
  Map<UUID, Traits> of(ObjectType type, Collection<UUID> ids) {
    var matches = type.matches();
    var id = StandardColumns.id(type.table());
    var columns = new ArrayList<Field<?>>(List.of(id));
    matches.stream()
        .map(match -> (Field<?>) match.field().column())
        .distinct()
        .forEach(columns::add);
    var traits = new HashMap<UUID, Traits>();
    for (Record row :
        db.select(columns)
            .from(type.table())
            .where(id.eq(DSL.any(ids.toArray(UUID[]::new))))
            .and(StandardColumns.deletedAt(type.table()).isNull())) {
      traits.put(row.get(id), Traits.of(matches, match -> row.get(match.field().column())));
    }
    return traits;
  }

  /// The next records in the order of their ids.
  List<UUID> after(ObjectType type, UUID last, int most) {
    var id = StandardColumns.id(type.table());
    return db.select(id)
        .from(type.table())
        .where(id.gt(last))
        .and(StandardColumns.deletedAt(type.table()).isNull())
        .orderBy(id)
        .limit(most)
        .fetch(id);
  }
}
