package org.kezhi.customization;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kezhi.record.Dependents;
import org.kezhi.record.ObjectType;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Component;

/// Looks in all modules for what would be lost with a field or a kind of record.
@Component
class DesignUses {

  private final DSLContext db;
  private final List<Dependents> dependents;

  DesignUses(DSLContext db, List<Dependents> dependents) {
    this.db = db;
    this.dependents = dependents;
  }

  List<Dependents.Use> of(ObjectType type, CustomField field) {
    var held =
        field.isComputed()
            ? 0
            : db.fetchCount(type.table(), EngineFields.column(type.table(), field).isNotNull());
    return withRecords(held, type.name(), field.name());
  }

  List<Dependents.Use> of(ObjectType type) {
    var kept = db.fetchCount(type.table(), StandardColumns.deletedAt(type.table()).isNull());
    return withRecords(kept, type.name(), null);
  }

  void forget(DSLContext transaction, String object, @Nullable String field) {
    dependents.forEach(module -> module.forget(transaction, object, field));
  }

  private List<Dependents.Use> withRecords(int records, String object, @Nullable String field) {
    var uses = new ArrayList<Dependents.Use>();
    if (records > 0) {
      uses.add(new Dependents.Use("records", "", records));
    }
    dependents.forEach(module -> uses.addAll(module.of(object, field)));
    return uses;
  }
}
