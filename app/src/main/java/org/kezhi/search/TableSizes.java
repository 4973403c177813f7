package org.kezhi.search;

import java.time.Duration;
import java.util.Map;
import org.jooq.DSLContext;
import org.kezhi.record.ObjectType;
import org.springframework.stereotype.Component;

/// Remembers for a minute how large the tables are, as PostgreSQL estimates it.
@Component
class TableSizes {

  private static final float LARGE = 10_000;
  private static final long MEMORY = Duration.ofMinutes(1).toNanos();

  private final DSLContext db;
  private volatile Estimate estimate = new Estimate(System.nanoTime() - MEMORY, Map.of());

  TableSizes(DSLContext db) {
    this.db = db;
  }

  /// Whether so many records can match a search that it must not touch them all; a table of which
  /// nothing is known yet may be large.
  boolean isLarge(ObjectType type) {
    if (System.nanoTime() - estimate.at >= MEMORY) {
      estimate = new Estimate(System.nanoTime(), load());
    }
    var rows = estimate.rows.getOrDefault(type.table().getName(), -1f);
    return rows < 0 || rows > LARGE;
  }

  private Map<String, Float> load() {
    return db.fetch(
            """
            select relname, reltuples from pg_class
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
            """)
        .intoMap(row -> row.get(0, String.class), row -> row.get(1, Float.class));
  }

  private record Estimate(long at, Map<String, Float> rows) {}
}
