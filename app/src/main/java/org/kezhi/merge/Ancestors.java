package org.kezhi.merge;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kezhi.record.ObjectType;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Repository;

/// Looks upwards in the hierarchy of a kind of record.
@Repository
class Ancestors {

  private static final Field<UUID> ABOVE = DSL.field(name("above", "id"), SQLDataType.UUID);

  private final DSLContext db;

  Ancestors(DSLContext db) {
    this.db = db;
  }

  /// Whether a record or one above it is among these.
  boolean includeAny(ObjectType type, UUID from, List<UUID> ids) {
    var parent = type.hierarchy().orElseThrow();
    var id = StandardColumns.id(type.table());
    var above =
        name("above")
            .fields("id")
            .as(
                select(DSL.val(from))
                    .union(
                        select(parent)
                            .from(type.table())
                            .join(DSL.table(name("above")))
                            .on(id.eq(ABOVE))
                            .where(parent.isNotNull())));
    return db.fetchExists(db.withRecursive(above).select(ABOVE).from(above).where(ABOVE.in(ids)));
  }
}
