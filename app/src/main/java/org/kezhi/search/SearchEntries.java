package org.kezhi.search;

import static org.kezhi.db.Tables.SEARCH_ENTRY;

import java.util.List;
import org.jooq.DSLContext;
import org.kezhi.platform.Invariant;
import org.springframework.stereotype.Component;

/// Every record can be found, and nothing that is gone.
@Component
class SearchEntries implements Invariant {

  private final DSLContext db;
  private final SearchIndex index;

  SearchEntries(DSLContext db, SearchIndex index) {
    this.db = db;
    this.index = index;
  }

  @Override
  public String name() {
    return "searchEntries";
  }

  @Override
  public Finding check() {
    return new Finding(db.fetchCount(SEARCH_ENTRY), index.faults(), List.of());
  }
}
