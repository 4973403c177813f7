package org.kezhi.insight;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.row;
import static org.kezhi.db.Tables.CUSTOMER;
import static org.kezhi.db.Tables.CUSTOMER_VALUE;

import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.kezhi.platform.Invariant;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The columns of a customer that stand beside its figures too, for lists, say the same there.
@Repository
class CopiedColumns implements Invariant {

  private final DSLContext db;

  CopiedColumns(DSLContext db) {
    this.db = db;
  }

  static List<Field<?>> copies() {
    return Arrays.stream(CUSTOMER_VALUE.fields())
        .filter(column -> CUSTOMER.field(column.getName()) != null)
        .<Field<?>>map(column -> column)
        .toList();
  }

  @Override
  public String name() {
    return "copiedColumns";
  }

  @Override
  @Transactional(readOnly = true)
  public Finding check() {
    var copies = copies();
    var own = copies.stream().<Field<?>>map(column -> CUSTOMER.field(column.getName())).toList();
    var differs = DSL.condition("{0} is distinct from {1}", row(copies), row(own));
    var both = CUSTOMER.leftJoin(CUSTOMER_VALUE).on(CUSTOMER_VALUE.CUSTOMER_ID.eq(CUSTOMER.ID));
    var counts = db.select(count(), count().filterWhere(differs)).from(both).fetchSingle();
    var examples =
        db.select(CUSTOMER.CODE)
            .from(both)
            .where(differs)
            .orderBy(CUSTOMER.CODE)
            .limit(MOST_EXAMPLES);
    return new Finding(counts.value1(), counts.value2(), examples.fetch(CUSTOMER.CODE));
  }
}
