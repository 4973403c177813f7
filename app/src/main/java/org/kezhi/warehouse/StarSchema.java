package org.kezhi.warehouse;

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
public final class StarSchema {

  public static final DataType<BigDecimal> MONEY = SQLDataType.DECIMAL(24, 6);
  private static final DataType<BigDecimal> QUANTITY = SQLDataType.DECIMAL(18, 6);

  private StarSchema() {}

  /// One row per line of an order; an order without lines has one row without quantity.
  public static final class FactSale {
    public static final Table<?> TABLE = table(name("fact_sale"));
    public static final Field<UUID> CUSTOMER = column("customer", SQLDataType.UUID);
    public static final Field<LocalDate> DAY = column("day", SQLDataType.LOCALDATE);
    public static final Field<UUID> ORDER = column("order", SQLDataType.UUID);
    public static final Field<UUID> PRODUCT = column("product", SQLDataType.UUID);
    public static final Field<String> STATE = column("state", SQLDataType.VARCHAR);
    public static final Field<BigDecimal> QUANTITY = column("quantity", StarSchema.QUANTITY);
    public static final Field<BigDecimal> REVENUE = column("revenue", MONEY);
    public static final Field<BigDecimal> COST = column("cost", MONEY);

    private FactSale() {}

    private static <T> Field<T> column(String column, DataType<T> type) {
      return field(name("fact_sale", column), type);
    }
  }

  /// One row per contact with a customer, and one per person known there (kind `person`).
  public static final class FactContact {
    public static final Table<?> TABLE = table(name("fact_contact"));
    public static final Field<UUID> ID = column("id", SQLDataType.UUID);
    public static final Field<UUID> CUSTOMER = column("customer", SQLDataType.UUID);
    public static final Field<LocalDate> DAY = column("day", SQLDataType.LOCALDATE);
    public static final Field<String> KIND = column("kind", SQLDataType.VARCHAR);

    private FactContact() {}

    private static <T> Field<T> column(String column, DataType<T> type) {
      return field(name("fact_contact", column), type);
    }
  }

  /// The customers that are not in the recycle bin.
  public static final class DimCustomer {
    public static final Table<?> TABLE = table(name("dim_customer"));
    public static final Field<UUID> ID = column("id", SQLDataType.UUID);
    public static final Field<String> CODE = column("code", SQLDataType.VARCHAR);
    public static final Field<String> STATUS = column("status", SQLDataType.VARCHAR);
    public static final Field<UUID> UNIT = column("unit", SQLDataType.UUID);

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
