package org.kezhi.insight;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/// The tables of the warehouse.
final class StarSchema {

  static final DataType<BigDecimal> MONEY = SQLDataType.DECIMAL(24, 6);
  private static final DataType<BigDecimal> QUANTITY = SQLDataType.DECIMAL(18, 6);

  private StarSchema() {}

  /// One row per line of an order; an order without lines has one row without quantity.
  static final class FactSale {
    static final Table<?> TABLE = table(name("fact_sale"));
    static final Field<UUID> CUSTOMER = column("customer", SQLDataType.UUID);
    static final Field<LocalDate> DAY = column("day", SQLDataType.LOCALDATE);
    static final Field<UUID> ORDER = column("order", SQLDataType.UUID);
    static final Field<UUID> PRODUCT = column("product", SQLDataType.UUID);
    static final Field<String> STATE = column("state", SQLDataType.VARCHAR);
    static final Field<BigDecimal> QUANTITY = column("quantity", StarSchema.QUANTITY);
    static final Field<BigDecimal> REVENUE = column("revenue", MONEY);
    static final Field<BigDecimal> COST = column("cost", MONEY);

    private FactSale() {}

    private static <T> Field<T> column(String column, DataType<T> type) {
      return field(name("fact_sale", column), type);
    }
  }

  /// One row per contact with a customer, and one per person known there (kind `person`).
  static final class FactContact {
    static final Table<?> TABLE = table(name("fact_contact"));
    static final Field<UUID> ID = column("id", SQLDataType.UUID);
    static final Field<UUID> CUSTOMER = column("customer", SQLDataType.UUID);
    static final Field<LocalDate> DAY = column("day", SQLDataType.LOCALDATE);
    static final Field<String> KIND = column("kind", SQLDataType.VARCHAR);

    private FactContact() {}

    private static <T> Field<T> column(String column, DataType<T> type) {
      return field(name("fact_contact", column), type);
    }
  }

  /// The customers that are not in the recycle bin.
  static final class DimCustomer {
    static final Table<?> TABLE = table(name("dim_customer"));
    static final Field<UUID> ID = column("id", SQLDataType.UUID);
    static final Field<String> CODE = column("code", SQLDataType.VARCHAR);
    static final Field<String> STATUS = column("status", SQLDataType.VARCHAR);
    static final Field<UUID> UNIT = column("unit", SQLDataType.UUID);

    private DimCustomer() {}

    private static <T> Field<T> column(String column, DataType<T> type) {
      return field(name("dim_customer", column), type);
    }
  }

  /// Which database the warehouse was filled from, and how.
  static final class Origin {
    static final Table<?> TABLE = table(name("origin"));
    static final Field<UUID> ID = field(name("origin", "id"), SQLDataType.UUID);
    static final Field<String> SHAPE = field(name("origin", "shape"), SQLDataType.VARCHAR);

    private Origin() {}
  }

  static void create(DSLContext warehouse) {
    warehouse
        .createTableIfNotExists(FactSale.TABLE)
        .columns(FactSale.CUSTOMER, FactSale.DAY, FactSale.ORDER, FactSale.PRODUCT)
        .columns(FactSale.STATE, FactSale.QUANTITY, FactSale.REVENUE, FactSale.COST)
        .execute();
    warehouse
        .createTableIfNotExists(FactContact.TABLE)
        .columns(FactContact.ID, FactContact.CUSTOMER, FactContact.DAY, FactContact.KIND)
        .execute();
    warehouse
        .createTableIfNotExists(DimCustomer.TABLE)
        .columns(DimCustomer.ID, DimCustomer.CODE, DimCustomer.STATUS, DimCustomer.UNIT)
        .execute();
    warehouse.createTableIfNotExists(Origin.TABLE).columns(Origin.ID, Origin.SHAPE).execute();
  }
}
