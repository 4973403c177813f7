package org.kezhi.sample;

import static org.kezhi.db.Tables.CUSTOMER;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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

/// The table as the build would have generated it from the migration.
final class Gift extends TableImpl<Record> {

  static final Gift GIFT = new Gift();

  final TableField<Record, UUID> ID = column("id", SQLDataType.UUID.nullable(false));
  final TableField<Record, Long> VERSION =
      column("version", SQLDataType.BIGINT.nullable(false).defaultValue(1L));
  final TableField<Record, OffsetDateTime> CREATED_AT = instant("created_at");
  final TableField<Record, UUID> CREATED_BY = column("created_by", SQLDataType.UUID);
  final TableField<Record, OffsetDateTime> UPDATED_AT = instant("updated_at");
  final TableField<Record, UUID> UPDATED_BY = column("updated_by", SQLDataType.UUID);
  final TableField<Record, OffsetDateTime> DELETED_AT =
      column("deleted_at", SQLDataType.TIMESTAMPWITHTIMEZONE(6));
  final TableField<Record, UUID> DELETED_BY = column("deleted_by", SQLDataType.UUID);
  final TableField<Record, String> NAME = column("name", SQLDataType.CLOB.nullable(false));
  final TableField<Record, BigDecimal> WORTH = column("worth", SQLDataType.NUMERIC(24, 6));
  final TableField<Record, LocalDate> GIVEN_ON = column("given_on", SQLDataType.LOCALDATE);
  final TableField<Record, UUID> CUSTOMER_ID = column("customer_id", SQLDataType.UUID);

  private Gift() {
    super(DSL.name("gift"));
  }

  private Gift(Name alias, Table<Record> aliased) {
    super(alias, null, aliased);
  }

  @Override
  public Gift as(Name alias) {
    return new Gift(alias, this);
  }

  @Override
  @SuppressWarnings({"rawtypes", "unchecked", "deprecation"}) // as in generated classes
  public UniqueKey<Record> getPrimaryKey() {
    return Internal.createUniqueKey(GIFT, DSL.name("gift_pkey"), new TableField[] {GIFT.ID}, true);
  }

  @Override
  @SuppressWarnings({"rawtypes", "unchecked", "deprecation"}) // as in generated classes
  public List<ForeignKey<Record, ?>> getReferences() {
    return List.of(
        Internal.createForeignKey(
            GIFT,
            DSL.name("gift_customer_id_fkey"),
            new TableField[] {GIFT.CUSTOMER_ID},
            CUSTOMER.getPrimaryKey(),
            new TableField[] {CUSTOMER.ID},
            true));
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
