package org.kezhi.warehouse;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.kezhi.db.Tables.ACTIVITY;
import static org.kezhi.db.Tables.CONTACT;
import static org.kezhi.db.Tables.CUSTOMER;
import static org.kezhi.db.Tables.ORDER_LINE;
import static org.kezhi.db.Tables.SALES_ORDER;
import static org.kezhi.db.Tables.WAREHOUSE_CHANGE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.kezhi.warehouse.StarSchema.DimCustomer;
import org.kezhi.warehouse.StarSchema.FactContact;
import org.kezhi.warehouse.StarSchema.FactSale;

/// What the warehouse fetches from PostgreSQL: all of it, or what the queue says has changed.
enum WarehouseRows {
  ORDER("order", FactSale.TABLE, FactSale.ORDER) {
    @Override
    Select<?> rows(ZoneId zone, boolean all) {
      return select(
              SALES_ORDER.CUSTOMER_ID,
              day(SALES_ORDER.ORDERED_AT, zone),
              SALES_ORDER.ID,
              ORDER_LINE.PRODUCT_ID,
              SALES_ORDER.STATE,
              ORDER_LINE.QUANTITY,
              round(orZero(ORDER_LINE.AMOUNT).times(SALES_ORDER.RATE), 6),
              round(orZero(ORDER_LINE.COST).times(SALES_ORDER.RATE), 6))
          .from(SALES_ORDER)
          .leftJoin(ORDER_LINE)
          .on(ORDER_LINE.ORDER_ID.eq(SALES_ORDER.ID))
          .and(ORDER_LINE.DELETED_AT.isNull())
          .where(SALES_ORDER.DELETED_AT.isNull())
          .and(changed(SALES_ORDER.ID, all));
    }
  },
  CUSTOMER_ROW("customer", DimCustomer.TABLE, DimCustomer.ID) {
    @Override
    Select<?> rows(ZoneId zone, boolean all) {
      return select(CUSTOMER.ID, CUSTOMER.CODE, CUSTOMER.STATUS, CUSTOMER.UNIT_ID)
          .from(CUSTOMER)
          .where(CUSTOMER.DELETED_AT.isNull())
          .and(changed(CUSTOMER.ID, all));
    }
  },
  CONTACT_MADE("activity", FactContact.TABLE, FactContact.ID) {
    @Override
    Select<?> rows(ZoneId zone, boolean all) {
      return select(
              ACTIVITY.ID,
              coalesce(ACTIVITY.CUSTOMER_ID, CONTACT.CUSTOMER_ID),
              day(ACTIVITY.HAPPENED_AT, zone),
              ACTIVITY.KIND)
          .from(ACTIVITY)
          .leftJoin(CONTACT)
          .on(CONTACT.ID.eq(ACTIVITY.CONTACT_ID))
          .where(ACTIVITY.DELETED_AT.isNull())
          .and(ACTIVITY.KIND.ne(inline("task")).or(ACTIVITY.DONE))
          .and(changed(ACTIVITY.ID, all));
    }
  },
  PERSON("contact", FactContact.TABLE, FactContact.ID) {
    @Override
    Select<?> rows(ZoneId zone, boolean all) {
      return select(
              CONTACT.ID, CONTACT.CUSTOMER_ID, day(CONTACT.CREATED_AT, zone), inline("person"))
          .from(CONTACT)
          .where(CONTACT.DELETED_AT.isNull())
          .and(changed(CONTACT.ID, all));
    }
  };

  private final String source;
  private final Table<?> target;
  private final Field<UUID> key;

  WarehouseRows(String source, Table<?> target, Field<UUID> key) {
    this.source = source;
    this.target = target;
    this.key = key;
  }

  /// What has been sold, met or known, in the order of the target's columns.
  abstract Select<?> rows(ZoneId zone, boolean all);

  Select<Record1<UUID>> changedIds() {
    return selectDistinct(field("unnest({0})", UUID.class, WAREHOUSE_CHANGE.IDS))
        .from(WAREHOUSE_CHANGE)
        .where(WAREHOUSE_CHANGE.SOURCE.eq(inline(source)));
  }

  String source() {
    return source;
  }

  Table<?> target() {
    return target;
  }

  Field<UUID> key() {
    return key;
  }

  Condition changed(Field<UUID> id, boolean all) {
    return all ? noCondition() : id.in(changedIds());
  }

  private static Field<BigDecimal> orZero(Field<BigDecimal> amount) {
    return coalesce(amount, inline(BigDecimal.ZERO));
  }

  private static Field<LocalDate> day(Field<OffsetDateTime> at, ZoneId zone) {
    return field("({0} at time zone {1})::date", LocalDate.class, at, inline(zone.getId()));
  }
}
