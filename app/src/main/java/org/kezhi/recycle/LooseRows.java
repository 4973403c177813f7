package org.kezhi.recycle;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kezhi.record.Dependents;
import org.kezhi.record.LooseReference;
import org.kezhi.record.ObjectType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Rows that belong to a record without a foreign key go with it, and with its kind.
@Component
class LooseRows implements Dependents {

  private final List<LooseReference> references;

  LooseRows(ObjectProvider<LooseReference> references) {
    this.references = references.orderedStream().toList();
  }

  /// Erases what belongs to records that are being erased.
  void erase(DSLContext transaction, ObjectType type, List<UUID> ids) {
    for (var reference : references) {
      transaction.deleteFrom(reference.table()).where(reference.of(type.name(), ids)).execute();
    }
  }

  @Override
  public List<Use> of(String object, @Nullable String field) {
    return List.of();
  }

  @Override
  public void forget(DSLContext transaction, String object, @Nullable String field) {
    if (field == null) {
      for (var reference : references) {
        transaction.deleteFrom(reference.table()).where(reference.object().eq(object)).execute();
      }
    }
  }
}
