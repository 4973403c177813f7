package org.kezhi.layout;

import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kezhi.record.Dependents;
import org.springframework.stereotype.Component;

/// The layouts that place a field; they stay without it.
@Component
class LayoutDependents implements Dependents {

  private final LayoutRepository repository;

  LayoutDependents(LayoutRepository repository) {
    this.repository = repository;
  }

  @Override
  public List<Use> of(String object, @Nullable String field) {
    if (field == null) {
      return List.of();
    }
    var count = repository.using(object, field).size();
    return count == 0 ? List.of() : List.of(new Use("layout", "", count));
  }

  @Override
  public void forget(DSLContext transaction, String object, @Nullable String field) {
    LayoutRepository.forget(transaction, object, field);
  }
}
