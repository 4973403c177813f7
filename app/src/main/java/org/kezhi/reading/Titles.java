package org.kezhi.reading;

import static org.jooq.impl.DSL.select;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.record.ObjectType;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Repository;

/// Finds the titles of records that something mentions, of those that the viewer may see.
@Repository
public class Titles {

  private final DSLContext db;
  private final Policy policy;

  Titles(DSLContext db, Policy policy) {
    this.db = db;
    this.policy = policy;
  }

  public Map<UUID, String> of(Viewer viewer, Map<ObjectType, List<UUID>> wanted) {
    Select<Record2<UUID, String>> all = null;
    for (var ofType : wanted.entrySet()) {
      var one = titles(viewer, ofType.getKey(), ofType.getValue());
      all = all == null ? one : all.unionAll(one);
    }
    var titles = new HashMap<UUID, String>();
    if (all != null) {
      db.fetch(all).forEach(row -> titles.put(row.value1(), row.value2()));
    }
    return titles;
  }

  private Select<Record2<UUID, String>> titles(Viewer viewer, ObjectType target, List<UUID> ids) {
    var table = target.table();
    return select(StandardColumns.id(table), target.titleField().on(table).cast(SQLDataType.CLOB))
        .from(table)
        .where(StandardColumns.id(table).in(ids))
        .and(policy.names(viewer, target, table));
  }
}
