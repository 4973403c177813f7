package org.kezhi.intake;

import static org.kezhi.db.Tables.CUSTOMER;
import static org.kezhi.db.Tables.ORDER_LINE;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kezhi.access.FieldAccess;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.platform.Ids;
import org.kezhi.platform.Settings;
import org.kezhi.record.FieldKind;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordsChanged;
import org.kezhi.record.StandardColumns;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;

/// Makes records of which a file tells no more than a code or a name.
@Repository
class MissingRecords {

  private static final Field<UUID> ID = DSL.field(DSL.name("missing", "id"), SQLDataType.UUID);
  private static final Field<String> KEY = DSL.field(DSL.name("missing", "key"), SQLDataType.CLOB);

  private final DSLContext db;
  private final Policy policy;
  private final Settings settings;
  private final ApplicationEventPublisher events;

  MissingRecords(
      DSLContext db, Policy policy, Settings settings, ApplicationEventPublisher events) {
    this.db = db;
    this.policy = policy;
    this.settings = settings;
    this.events = events;
  }

  /// Whether a code and a name are enough for a record of this kind, and the viewer may write them.
  boolean canMake(Viewer viewer, ObjectType type) {
    var named = named(type).stream().map(Field::getName).toList();
    return viewer.rights(type.name()).create()
        && type.titleField().kind() == FieldKind.TEXT
        && type.fields().stream()
            .filter(field -> field.extension() == null && named.contains(field.column().getName()))
            .allMatch(field -> policy.access(viewer, type, field) == FieldAccess.WRITABLE)
        && type.fields().stream()
            .filter(field -> field.required())
            .allMatch(field -> named.contains(field.column().getName()));
  }

  void make(Chunk chunk, ObjectType type, List<String> keys) {
    if (keys.isEmpty()) {
      return;
    }
    var ids = keys.stream().map(_ -> Ids.next()).toList();
    var table = type.table();
    var columns = new ArrayList<Field<?>>();
    var values = new ArrayList<Field<?>>();
    add(columns, values, StandardColumns.id(table), ID);
    add(columns, values, StandardColumns.createdBy(table), DSL.val(chunk.viewer().id()));
    add(columns, values, StandardColumns.updatedBy(table), DSL.val(chunk.viewer().id()));
    type.owner().ifPresent(owner -> add(columns, values, owner, DSL.val(chunk.viewer().id())));
    type.unit().ifPresent(unit -> add(columns, values, unit, DSL.val(chunk.viewer().unit())));
    type.currency()
        .ifPresent(currency -> add(columns, values, currency, DSL.val(settings.baseCurrency())));
    for (var column : new HashSet<>(named(type))) {
      add(columns, values, column, KEY);
    }
    if (table.equals(CUSTOMER) && chunk.type().table().equals(ORDER_LINE)) {
      add(columns, values, CUSTOMER.STATUS, DSL.inline("existing")); // they have bought
    }
    var missing = missing(ids, keys);
    db.insertInto(table).columns(columns).select(DSL.select(values).from(missing)).execute();
    WrittenRecords.remember(db, WrittenRecords.created(chunk, type.name(), ID).from(missing));
    events.publishEvent(new RecordsChanged(type, ids));
  }

  private static List<Field<String>> named(ObjectType type) {
    var columns = new ArrayList<>(RecordKeys.codes(type));
    columns.add(RecordKeys.text(type.titleField()));
    return columns;
  }

  private static void add(
      List<Field<?>> columns, List<Field<?>> values, Field<?> column, Field<?> value) {
    columns.add(DSL.field(column.getUnqualifiedName(), column.getDataType()));
    values.add(value);
  }

  private static Table<?> missing(List<UUID> ids, List<String> keys) {
    return DSL.table(
        "unnest({0}, {1}) as missing (id, key)",
        DSL.val(ids.toArray(UUID[]::new)), DSL.val(keys.toArray(String[]::new)));
  }
}
