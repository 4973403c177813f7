package org.kezhi.record;

import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// Finds records that stand above themselves, over however many steps.
public final class Circles {

  private static final Field<UUID> START = DSL.field(DSL.name("above", "start"), SQLDataType.UUID);
  private static final Field<UUID> ABOVE = DSL.field(DSL.name("above", "id"), SQLDataType.UUID);

  private Circles() {}

  /// @param parent what points to the record above
  /// @param starts the records that may have been brought into a circle
  public static Select<Record1<UUID>> among(
      ObjectType type, Field<UUID> parent, Select<Record1<UUID>> starts) {
    var table = type.table();
    var id = StandardColumns.id(table);
    var walk =
        DSL.name("above")
            .fields("start", "id")
            .as(
                DSL.select(id, parent)
                    .from(table)
                    .where(id.in(starts))
                    .and(parent.isNotNull())
                    .union(
                        DSL.select(START, parent)
                            .from(DSL.table(DSL.name("above")))
                            .join(table)
                            .on(id.eq(ABOVE))
                            .where(parent.isNotNull())));
    return DSL.withRecursive(walk).select(START).from(walk).where(START.eq(ABOVE));
  }
}
