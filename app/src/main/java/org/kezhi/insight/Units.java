package org.kezhi.insight;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.kezhi.db.Tables.CUSTOMER;
import static org.kezhi.db.Tables.UNIT;

import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds the customers of a unit and of all units below it.
@Component
class Units {

  private final DSLContext db;

  Units(DSLContext db) {
    this.db = db;
  }

  Condition at(@Nullable UUID unit) {
    if (unit == null) {
      return noCondition();
    }
    var id = field(name("below", "id"), SQLDataType.UUID);
    var below =
        name("below")
            .fields("id")
            .as(
                select(UNIT.ID)
                    .from(UNIT)
                    .where(UNIT.ID.eq(unit))
                    .union(
                        select(UNIT.ID)
                            .from(UNIT)
                            .join(table(name("below")))
                            .on(UNIT.PARENT_ID.eq(id))));
    return CUSTOMER.UNIT_ID.in(
        db.withRecursive(below).select(id).from(table(name("below"))).fetch(id));
  }
}
