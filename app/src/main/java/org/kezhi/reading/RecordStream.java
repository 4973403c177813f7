package org.kezhi.reading;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Viewer;
import org.kezhi.platform.QueryPlanning;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordField;
import org.springframework.stereotype.Repository;

/// Reads a whole list in one statement, as it was at one moment, a few rows at a time, so that its
/// length costs no memory.
@Repository
public class RecordStream {

  private static final int ROWS_AT_ONCE = 1_000;

  private final DSLContext db;
  private final RecordQueries records;
  private final QueryPlanning planning;

  RecordStream(DSLContext db, RecordQueries records, QueryPlanning planning) {
    this.db = db;
    this.records = records;
    this.planning = planning;
  }

  /// The columns that a list has for a viewer.
  public List<RecordField> columns(Viewer viewer, ObjectType type, ListQuery query) {
    return records.columns(viewer, type, query.columns());
  }

  /// How many records the list has, exactly.
  public long count(Viewer viewer, ObjectType type, ListQuery query) {
    var source = records.source(viewer, type);
    source.leadBy(FilterCompiler.fields(type, query.filter()));
    var where = records.matching(viewer, source, query);
    return planning.forValues(
        () -> (long) db.fetchCount(db.selectOne().from(source.from()).where(where)));
  }

  /// Gives each record of the list, in its order.
  public void forEach(
      Viewer viewer,
      ObjectType type,
      ListQuery query,
      Consumer<Map<String, @Nullable Object>> take) {
    var listing = records.listing(viewer, type, query);
    planning.forValues(() -> {
      try (Cursor<Record> rows = listing.all().fetchSize(ROWS_AT_ONCE).fetchLazy()) {
        rows.forEach(row -> take.accept(listing.selection().json(row)));
      }
      return true;
    });
  }
}
