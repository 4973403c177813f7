package org.kezhi.warehouse;

import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.kezhi.platform.Invariant;
import org.kezhi.platform.Settings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The warehouse holds the values that the database holds of what a company has added.
@Component
class CustomMatches implements Invariant {

  private static final Table<?> TOLD = table(DSL.name("custom_told"));

  private final DSLContext db;
  private final Warehouse warehouse;
  private final WarehouseFeed feed;
  private final CustomRows custom;
  private final Settings settings;
  private final TransactionTemplate snapshot;

  CustomMatches(
      DSLContext db,
      Warehouse warehouse,
      WarehouseFeed feed,
      CustomRows custom,
      Settings settings,
      PlatformTransactionManager transactions) {
    this.db = db;
    this.warehouse = warehouse;
    this.feed = feed;
    this.custom = custom;
    this.settings = settings;
    snapshot = new TransactionTemplate(transactions);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  @Override
  public String name() {
    return "warehouseCustom";
  }

  /// Fetches what has changed and compares within one snapshot, like the facts.
  @Override
  public Finding check() {
    try (var session = warehouse.open()) {
      return Objects.requireNonNull(
          snapshot.execute(_ -> {
            feed.refresh(session);
            var findings =
                custom.tables().stream().map(copied -> compare(session, copied)).toList();
            return sum(findings);
          }));
    }
  }

  private Finding compare(Warehouse.Session session, CopiedTable copied) {
    var target = session.db();
    target.dropTemporaryTableIfExists(TOLD).execute();
    target.createTemporaryTable(TOLD).columns(copied.columns()).execute();
    session.through(
        file -> PostgresRows.copyOut(db, copied.rows(settings.zone()), file),
        file -> session.read(TOLD, file));
    var missing = differing(target, copied, TOLD, copied.target());
    var tooMuch = differing(target, copied, copied.target(), TOLD);
    var ids = new ArrayList<>(missing);
    tooMuch.stream().filter(id -> !ids.contains(id)).forEach(ids::add);
    var examples = ids.stream().limit(MOST_EXAMPLES).toList();
    return new Finding(target.fetchCount(TOLD), ids.size(), examples);
  }

  private static List<String> differing(
      DSLContext target, CopiedTable copied, Table<?> these, Table<?> those) {
    var columns = copied.columns();
    var rows = select(columns).from(these).except(select(columns).from(those)).asTable("other");
    return target
        .select(CopiedTable.ID)
        .from(rows)
        .orderBy(CopiedTable.ID)
        .fetch(row -> copied.from().getName() + " " + row.value1());
  }

  private static Finding sum(List<Finding> findings) {
    return new Finding(
        findings.stream().mapToLong(Finding::checked).sum(),
        findings.stream().mapToLong(Finding::broken).sum(),
        findings.stream().flatMap(one -> one.examples().stream()).limit(MOST_EXAMPLES).toList());
  }
}
