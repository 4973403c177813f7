package org.kezhi.intake;

import static org.jooq.impl.DSL.name;
import static org.kezhi.db.Tables.CUSTOMER;
import static org.kezhi.db.Tables.IMPORT_RECORD;
import static org.kezhi.db.Tables.IMPORT_TALLY;
import static org.kezhi.db.Tables.PRODUCT;
import static org.kezhi.intake.StagedOrders.CODE;
import static org.kezhi.intake.StagedOrders.ORDERS;
import static org.kezhi.intake.StagedOrders.code;
import static org.kezhi.intake.StagedOrders.isWritten;
import static org.kezhi.intake.Staging.FAULT;
import static org.kezhi.intake.Staging.TABLE;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordsChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;

/// Gives the customers and products that an import makes what most of their lines say.
@Repository
class MostFrequent {

  private static final Field<UUID> RECORD = DSL.field(name("best", "record_id"), SQLDataType.UUID);
  private static final Field<String> VALUE = DSL.field(name("best", "value"), SQLDataType.CLOB);

  private static final Field<UUID> ABOUT = DSL.field(name("said", "record_id"), SQLDataType.UUID);
  private static final Field<String> SAID = DSL.field(name("said", "value"), SQLDataType.CLOB);
  private static final Field<Long> LINES = DSL.field(name("said", "lines"), SQLDataType.BIGINT);

  private final DSLContext db;
  private final ObjectTypes types;
  private final ApplicationEventPublisher events;

  MostFrequent(DSLContext db, ObjectTypes types, ApplicationEventPublisher events) {
    this.db = db;
    this.types = types;
    this.events = events;
  }

  /// Counts what the good lines of a batch say about records that this import made.
  ///
  /// @param reference which mapped key names the record
  /// @param source the mapped field with the value
  /// @param field what the value is for the record
  void count(Chunk chunk, String reference, String source, String field) {
    var staging = chunk.staging();
    if (!staging.has(reference) || !staging.has(source) || !chunk.settings().creates(reference)) {
      return;
    }
    var record = staging.reference(reference);
    var value = staging.value(source, SQLDataType.CLOB);
    var said =
        DSL.select(record.as("record_id"), value.as("value"), DSL.count().as("lines"))
            .from(TABLE)
            .join(ORDERS)
            .on(CODE.eq(code(chunk)))
            .where(FAULT.isNull())
            .and(isWritten(chunk))
            .and(value.isNotNull())
            .groupBy(record, value)
            .asTable("said");
    db.insertInto(
            IMPORT_TALLY,
            IMPORT_TALLY.IMPORT_ID,
            IMPORT_TALLY.RECORD_ID,
            IMPORT_TALLY.FIELD,
            IMPORT_TALLY.VALUE,
            IMPORT_TALLY.LINES)
        .select(
            DSL.select(DSL.val(chunk.importId()), ABOUT, DSL.inline(field), SAID, LINES)
                .from(said)
                .where(DSL.condition(DSL.field(madeByImport(chunk)))))
        .onConflict(
            IMPORT_TALLY.IMPORT_ID, IMPORT_TALLY.RECORD_ID, IMPORT_TALLY.FIELD, IMPORT_TALLY.VALUE)
        .doUpdate()
        .set(IMPORT_TALLY.LINES, IMPORT_TALLY.LINES.plus(DSL.excluded(IMPORT_TALLY.LINES)))
        .execute();
  }

  /// Asked for by its key: nothing is known of a table that the import itself is filling.
  private static Select<Record1<Boolean>> madeByImport(Chunk chunk) {
    return DSL.select(IMPORT_RECORD.CREATED)
        .from(IMPORT_RECORD)
        .where(IMPORT_RECORD.IMPORT_ID.eq(chunk.importId()))
        .and(IMPORT_RECORD.RECORD_ID.eq(ABOUT));
  }

  /// Writes the winners, unless somebody has touched the record meanwhile.
  void apply(Chunk whole) {
    var region = best(whole, "region", "customer");
    db.update(CUSTOMER)
        .set(CUSTOMER.REGION, VALUE)
        .set(CUSTOMER.NAME, CUSTOMER.CODE.concat(" · ").concat(VALUE))
        .from(region)
        .where(CUSTOMER.ID.eq(RECORD))
        .and(CUSTOMER.VERSION.eq(1L))
        .execute();
    db.update(CUSTOMER)
        .set(CUSTOMER.NAME, VALUE)
        .from(best(whole, "name", "customer"))
        .where(CUSTOMER.ID.eq(RECORD))
        .and(CUSTOMER.VERSION.eq(1L))
        .execute();
    db.update(PRODUCT)
        .set(PRODUCT.NAME, VALUE)
        .from(best(whole, "name", "product"))
        .where(PRODUCT.ID.eq(RECORD))
        .and(PRODUCT.VERSION.eq(1L))
        .execute();
    for (var object : List.of("customer", "product")) {
      tell(whole, object);
    }
    db.deleteFrom(IMPORT_TALLY).where(IMPORT_TALLY.IMPORT_ID.eq(whole.importId())).execute();
  }

  private static Table<?> best(Chunk whole, String field, String object) {
    return DSL.select(IMPORT_TALLY.RECORD_ID, IMPORT_TALLY.VALUE)
        .distinctOn(IMPORT_TALLY.RECORD_ID)
        .from(IMPORT_TALLY)
        .join(IMPORT_RECORD)
        .on(IMPORT_RECORD.IMPORT_ID.eq(IMPORT_TALLY.IMPORT_ID))
        .and(IMPORT_RECORD.RECORD_ID.eq(IMPORT_TALLY.RECORD_ID))
        .and(IMPORT_RECORD.OBJECT.eq(object))
        .where(IMPORT_TALLY.IMPORT_ID.eq(whole.importId()))
        .and(IMPORT_TALLY.FIELD.eq(field))
        .orderBy(IMPORT_TALLY.RECORD_ID, IMPORT_TALLY.LINES.desc(), IMPORT_TALLY.VALUE)
        .asTable("best");
  }

  private void tell(Chunk whole, String object) {
    var ids =
        db.selectDistinct(IMPORT_TALLY.RECORD_ID)
            .from(IMPORT_TALLY)
            .join(IMPORT_RECORD)
            .on(IMPORT_RECORD.IMPORT_ID.eq(IMPORT_TALLY.IMPORT_ID))
            .and(IMPORT_RECORD.RECORD_ID.eq(IMPORT_TALLY.RECORD_ID))
            .where(IMPORT_TALLY.IMPORT_ID.eq(whole.importId()))
            .and(IMPORT_RECORD.OBJECT.eq(object))
            .fetch(IMPORT_TALLY.RECORD_ID);
    types
        .named(object)
        .filter(_ -> !ids.isEmpty())
        .ifPresent(type -> events.publishEvent(new RecordsChanged(type, ids)));
  }
}
