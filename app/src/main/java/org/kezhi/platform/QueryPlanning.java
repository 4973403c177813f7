package org.kezhi.platform;

import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Says how PostgreSQL shall plan a query, where its own way does not serve: to plan a statement
/// anew a few times on each connection and then to keep a plan, if that looks no worse.
@Component
public class QueryPlanning {

  private final DSLContext db;
  private final TransactionTemplate transaction;

  QueryPlanning(DSLContext db, PlatformTransactionManager transactions) {
    this.db = db;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setReadOnly(true);
  }

  /// Plans for the values at hand, which may be those of a handful of rows or of half the table.
  public <T> T forValues(Supplier<T> query) {
    return with("set local plan_cache_mode = force_custom_plan", query);
  }

  /// Plans once for all values, and always by index. The few rows that are wanted make reading the
  /// whole table look cheap, and it is, if many match; if none does, it takes seconds.
  public <T> T byIndex(Supplier<T> query) {
    return with(
        "set local plan_cache_mode = force_generic_plan; set local enable_seqscan = off", query);
  }

  private <T> T with(String setting, Supplier<T> query) {
    return transaction.execute(_ -> {
      db.execute(setting);
      return query.get();
    });
  }
}
