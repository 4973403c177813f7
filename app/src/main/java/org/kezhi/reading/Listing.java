package org.kezhi.reading;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectLimitStep;

/// One page of a list before it is read: its statement, and what becomes of the rows.
record Listing(DSLContext db, Selection selection, Ordering order, Condition where, int limit) {

  /// One row more than the page has tells whether there are more.
  Select<Record> select(Field<?>... more) {
    return all(more).limit(limit + 1);
  }

  /// The whole list behind its cursor.
  SelectLimitStep<Record> all(Field<?>... more) {
    var select = new LinkedHashSet<>(selection.columns());
    select.addAll(order.columns());
    select.addAll(Arrays.asList(more));
    return db.select(select).from(selection.from()).where(where).orderBy(order.orderBy());
  }

  RecordPage page(List<? extends Record> rows) {
    var more = rows.size() > limit;
    var shown = more ? rows.subList(0, limit) : rows;
    return new RecordPage(
        shown.stream().map(selection::json).toList(),
        more ? order.cursor(shown.getLast()).encode() : null);
  }
}
