package org.kezhi.search;

import static org.kezhi.db.Tables.SEARCH_ENTRY;

import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kezhi.record.Dependents;
import org.springframework.stereotype.Component;

/// Nothing is found any longer of a kind of record that is gone. What was found of a field goes
/// when the index is made anew.
@Component
class SearchDependents implements Dependents {

  @Override
  public List<Use> of(String object, @Nullable String field) {
    return List.of();
  }

  @Override
  public void forget(DSLContext transaction, String object, @Nullable String field) {
    if (field == null) {
      transaction.deleteFrom(SEARCH_ENTRY).where(SEARCH_ENTRY.OBJECT.eq(object)).execute();
    }
  }
}
