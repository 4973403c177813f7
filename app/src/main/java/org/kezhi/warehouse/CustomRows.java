package org.kezhi.warehouse;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.table;
import static org.kezhi.db.Tables.WAREHOUSE_CHANGE;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kezhi.platform.Settings;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordField;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Component;

/// Keeps in the warehouse what a company has added: a table is fetched anew when its columns are
/// others than before, else only its changed rows.
@Component
class CustomRows {

  private static final Table<?> SHAPES = table(name("custom_shape"));
  private static final Field<String> NAME =
      field(name("custom_shape", "name"), SQLDataType.VARCHAR);
  private static final Field<String> SHAPE =
      field(name("custom_shape", "shape"), SQLDataType.VARCHAR);
  private static final Table<?> CHANGED = table(name("custom_changed"));
  private static final Set<String> EXTENDED = Set.of("customer", "order");

  private final DSLContext db;
  private final ObjectTypes types;
  private final Settings settings;

  CustomRows(DSLContext db, ObjectTypes types, Settings settings) {
    this.db = db;
    this.types = types;
    this.settings = settings;
  }

  List<CopiedTable> tables() {
    return types.all().stream().flatMap(this::copied).toList();
  }

  private Stream<CopiedTable> copied(ObjectType type) {
    var added = type.customization().fields().stream().filter(RecordField::isStored).toList();
    if (!types.builtIn().contains(type)) {
      return Stream.of(new CopiedTable(type.table().getName(), type.table(), added, true));
    }
    return added.isEmpty() || !EXTENDED.contains(type.name())
        ? Stream.of()
        : Stream.of(new CopiedTable(type.name(), type.table(), added, false));
  }

  /// Within the snapshot and the transaction of the feed.
  void refresh(DSLContext target, Warehouse.Session warehouse, boolean all) {
    target.createTableIfNotExists(SHAPES).columns(NAME, SHAPE).execute();
    var known = target.select(NAME, SHAPE).from(SHAPES).fetchMap(NAME, SHAPE);
    var tables = tables();
    var wanted = tables.stream().map(one -> one.target().getName()).collect(Collectors.toSet());
    known.keySet().stream().filter(name -> !wanted.contains(name)).forEach(n -> drop(target, n));
    var changed = changedSources();
    for (var copied : tables) {
      if (all || isOther(copied, known)) {
        begin(target, copied);
        load(warehouse, copied, copied.rows(settings.zone()));
      } else if (changed.contains(copied.source())) {
        follow(target, warehouse, copied);
      }
    }
  }

  private boolean isOther(CopiedTable copied, Map<String, String> known) {
    return !copied.shape(settings.zone()).equals(known.get(copied.target().getName()));
  }

  private void begin(DSLContext target, CopiedTable copied) {
    drop(target, copied.target().getName());
    target.createTable(copied.target()).columns(copied.columns()).execute();
    target
        .insertInto(SHAPES, NAME, SHAPE)
        .values(copied.target().getName(), copied.shape(settings.zone()))
        .execute();
  }

  private static void drop(DSLContext target, String table) {
    target.dropTableIfExists(name(table)).execute();
    target.deleteFrom(SHAPES).where(NAME.eq(table)).execute();
  }

  private void follow(DSLContext target, Warehouse.Session warehouse, CopiedTable copied) {
    target.dropTemporaryTableIfExists(CHANGED).execute();
    target.createTemporaryTable(CHANGED).column(CopiedTable.ID).execute();
    var ids = changedIds(copied.source());
    warehouse.through(
        file -> PostgresRows.copyOut(db, ids, file), file -> warehouse.read(CHANGED, file));
    target
        .deleteFrom(copied.target())
        .where(CopiedTable.ID.in(select(CopiedTable.ID).from(CHANGED)))
        .execute();
    var which = StandardColumns.id(copied.from()).in(changedIds(copied.source()));
    load(warehouse, copied, copied.rows(settings.zone(), which));
  }

  private void load(Warehouse.Session warehouse, CopiedTable copied, Select<?> rows) {
    warehouse.through(
        file -> PostgresRows.copyOut(db, rows, file),
        file -> warehouse.read(copied.target(), file));
  }

  private Set<String> changedSources() {
    return db.selectDistinct(WAREHOUSE_CHANGE.SOURCE)
        .from(WAREHOUSE_CHANGE)
        .fetchSet(WAREHOUSE_CHANGE.SOURCE);
  }

  private static Select<Record1<UUID>> changedIds(String source) {
    return selectDistinct(DSL.field("unnest({0})", UUID.class, WAREHOUSE_CHANGE.IDS))
        .from(WAREHOUSE_CHANGE)
        .where(WAREHOUSE_CHANGE.SOURCE.eq(inline(source)));
  }
}
