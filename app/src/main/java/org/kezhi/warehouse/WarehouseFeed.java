package org.kezhi.warehouse;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.kezhi.db.Tables.WAREHOUSE_CHANGE;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.kezhi.platform.Ids;
import org.kezhi.platform.Settings;
import org.kezhi.warehouse.StarSchema.Origin;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings the warehouse up to what PostgreSQL has committed: the changed rows, or all of them where
/// the warehouse is new, belongs to another database or has another shape.
///
/// A change is fetched as soon as it can be seen, but leaves the queue only when it lies below the
/// oldest running transaction. Fetching twice does no harm, so neither a late commit nor a crash
/// between the two databases loses anything.
@Component
public class WarehouseFeed {

  private static final String ORIGIN = "insight.warehouse";
  private static final int SHAPE = 1;
  private static final Table<?> CHANGED = table(name("changed"));
  private static final Field<UUID> CHANGED_ID = field(name("changed", "id"), SQLDataType.UUID);

  private final DSLContext db;
  private final Settings settings;
  private final CustomRows custom;
  private final TransactionTemplate snapshot;
  private final TransactionTemplate transaction;

  WarehouseFeed(
      DSLContext db,
      Settings settings,
      CustomRows custom,
      PlatformTransactionManager transactions) {
    this.db = db;
    this.settings = settings;
    this.custom = custom;
    transaction = new TransactionTemplate(transactions);
    snapshot = new TransactionTemplate(transactions);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /// Returns whether all rows were fetched.
  public boolean refresh(Warehouse.Session warehouse) {
    var all = !isUpToShape(warehouse);
    var id = all ? Ids.next() : origin(warehouse);
    var horizon = Objects.requireNonNull(snapshot.execute(_ -> fetch(warehouse, all, id)));
    transaction.executeWithoutResult(_ -> {
      settings.put(ORIGIN, id);
      db.deleteFrom(WAREHOUSE_CHANGE).where(WAREHOUSE_CHANGE.TXID.lt(horizon)).execute();
    });
    return all;
  }

  /// Makes the next refresh fetch everything.
  void forget(Warehouse.Session warehouse) {
    warehouse.db().deleteFrom(Origin.TABLE).execute();
  }

  private boolean isUpToShape(Warehouse.Session warehouse) {
    var known = settings.find(ORIGIN, UUID.class);
    return known.isPresent()
        && warehouse
            .db()
            .fetchExists(Origin.TABLE, Origin.ID.eq(known.get()).and(Origin.SHAPE.eq(shape())));
  }

  private UUID origin(Warehouse.Session warehouse) {
    return warehouse.db().select(Origin.ID).from(Origin.TABLE).fetchSingle(Origin.ID);
  }

  private String shape() {
    return SHAPE + " " + settings.zone().getId();
  }

  /// Returns the oldest running transaction; all before it are seen by this snapshot.
  private long fetch(Warehouse.Session warehouse, boolean all, UUID id) {
    var horizon =
        db.select(
                field("pg_snapshot_xmin(pg_current_snapshot())::text::bigint", SQLDataType.BIGINT))
            .fetchSingle()
            .value1();
    var sources = all ? EnumSet.allOf(WarehouseRows.class) : changedSources();
    warehouse
        .db()
        .transaction(nested -> {
          if (all) {
            nested.dsl().deleteFrom(Origin.TABLE).execute();
            nested.dsl().insertInto(Origin.TABLE).values(id, shape()).execute();
            for (var source : sources) {
              nested.dsl().truncate(source.target()).execute();
            }
          }
          for (var source : sources) {
            load(nested.dsl(), warehouse, source, all);
          }
          custom.refresh(nested.dsl(), warehouse, all);
        });
    return horizon;
  }

  private Set<WarehouseRows> changedSources() {
    var names =
        db.selectDistinct(WAREHOUSE_CHANGE.SOURCE)
            .from(WAREHOUSE_CHANGE)
            .fetchSet(WAREHOUSE_CHANGE.SOURCE);
    var sources = EnumSet.allOf(WarehouseRows.class);
    sources.removeIf(source -> !names.contains(source.source()));
    return sources;
  }

  private void load(
      DSLContext target, Warehouse.Session warehouse, WarehouseRows source, boolean all) {
    if (!all) {
      target.dropTemporaryTableIfExists(CHANGED).execute();
      target.createTemporaryTable(CHANGED).column(CHANGED_ID).execute();
      warehouse.through(
          file -> PostgresRows.copyOut(db, source.changedIds(), file),
          file -> warehouse.read(CHANGED, file));
      target
          .deleteFrom(source.target())
          .where(source.key().in(select(CHANGED_ID).from(CHANGED)))
          .execute();
    }
    warehouse.through(
        file -> PostgresRows.copyOut(db, source.rows(settings.zone(), all), file),
        file -> warehouse.read(source.target(), file));
  }
}
