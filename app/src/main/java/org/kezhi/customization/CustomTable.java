package org.kezhi.customization;

import static org.kezhi.db.Tables.APP_USER;
import static org.kezhi.db.Tables.UNIT;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DataType;
import org.jooq.ForeignKey;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/// The table of a custom kind of record, as the build would have generated it: the columns that
/// every such table has.
final class CustomTable extends TableImpl<Record> {

  private final boolean owned;
  final TableField<Record, UUID> id = column("id", SQLDataType.UUID.nullable(false));
  final TableField<Record, Long> version =
      column("version", SQLDataType.BIGINT.nullable(false).defaultValue(1L));
  final TableField<Record, OffsetDateTime> createdAt = instant("created_at");
  final TableField<Record, UUID> createdBy = column("created_by", SQLDataType.UUID);
  final TableField<Record, OffsetDateTime> updatedAt = instant("updated_at");
  final TableField<Record, UUID> updatedBy = column("updated_by", SQLDataType.UUID);
  final TableField<Record, OffsetDateTime> deletedAt =
      column("deleted_at", SQLDataType.TIMESTAMPWITHTIMEZONE(6));
  final TableField<Record, UUID> deletedBy = column("deleted_by", SQLDataType.UUID);
  final TableField<Record, String> name = column("name", SQLDataType.CLOB.nullable(false));
  final List<TableField<Record, UUID>> ownership = new ArrayList<>();

  CustomTable(String name, boolean owned) {
    super(DSL.name("public", name));
    this.owned = owned;
    addOwnership();
  }

  private CustomTable(Name alias, Table<Record> aliased, boolean owned) {
    super(alias, null, aliased);
    this.owned = owned;
    addOwnership();
  }

  private void addOwnership() {
    if (owned) {
      ownership.add(column("owner_id", SQLDataType.UUID));
      ownership.add(column("unit_id", SQLDataType.UUID));
    }
  }

  @Override
  public CustomTable as(Name alias) {
    return new CustomTable(alias, this, owned);
  }

  @Override
  @SuppressWarnings({"rawtypes", "unchecked", "deprecation"}) // as in generated classes
  public UniqueKey<Record> getPrimaryKey() {
    return Internal.createUniqueKey(
        this, DSL.name(getName() + "_pkey"), new TableField[] {id}, true);
  }

  @Override
  public List<ForeignKey<Record, ?>> getReferences() {
    return owned
        ? List.of(
            reference(ownership.getFirst(), APP_USER.getPrimaryKey(), APP_USER.ID),
            reference(ownership.getLast(), UNIT.getPrimaryKey(), UNIT.ID))
        : List.of();
  }

  @SuppressWarnings({"rawtypes", "unchecked", "deprecation"}) // as in generated classes
  private ForeignKey<Record, ?> reference(
      TableField<Record, UUID> column, UniqueKey<?> key, TableField<?, UUID> target) {
    return Internal.createForeignKey(
        this,
        DSL.name(getName() + "_" + column.getName() + "_fkey"),
        new TableField[] {column},
        (UniqueKey) key,
        new TableField[] {target},
        true);
  }

  private TableField<Record, OffsetDateTime> instant(String name) {
    return column(
        name,
        SQLDataType.TIMESTAMPWITHTIMEZONE(6)
            .nullable(false)
            .defaultValue(DSL.currentOffsetDateTime()));
  }

  private <T> TableField<Record, T> column(String name, DataType<T> type) {
    return createField(DSL.name(name), type, this);
  }
}
