package org.kezhi.check;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.kezhi.platform.Invariant;
import org.kezhi.record.LooseReference;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.StandardColumns;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Whatever belongs to a record without a foreign key belongs to one that is there, be it in the
/// recycle bin.
@Repository
class LooseReferences implements Invariant {

  private final DSLContext db;
  private final ObjectTypes types;
  private final List<LooseReference> references;

  LooseReferences(DSLContext db, ObjectTypes types, ObjectProvider<LooseReference> references) {
    this.db = db;
    this.types = types;
    this.references = references.orderedStream().toList();
  }

  @Override
  public String name() {
    return "looseReferences";
  }

  @Override
  @Transactional(readOnly = true)
  public Finding check() {
    var checked = 0L;
    var broken = 0L;
    var examples = new ArrayList<String>();
    for (var reference : references) {
      checked += db.fetchCount(reference.table());
      for (var type : types.all()) {
        var orphans = orphans(reference, type);
        broken += orphans.size();
        orphans.stream().limit(MOST_EXAMPLES - examples.size()).forEach(examples::add);
      }
    }
    return new Finding(checked, broken, examples);
  }

  private List<String> orphans(LooseReference reference, ObjectType type) {
    var record = reference.record();
    return db.selectDistinct(record)
        .from(reference.table())
        .where(reference.object().eq(type.name()))
        .and(
            notExists(
                selectOne().from(type.table()).where(StandardColumns.id(type.table()).eq(record))))
        .fetch(row -> reference.table().getName() + " " + type.name() + " " + row.value1());
  }
}
