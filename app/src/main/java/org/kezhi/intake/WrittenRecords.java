package org.kezhi.intake;

import static org.kezhi.db.Tables.IMPORT_RECORD;

import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record6;
import org.jooq.Select;
import org.jooq.SelectFromStep;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// Remembers what an import wrote and how it was before, so that all of it can be taken back.
final class WrittenRecords {

  private WrittenRecords() {}

  /// What is to be remembered of records that the import makes.
  static SelectFromStep<Record6<UUID, UUID, String, Boolean, Long, JSONB>> created(
      Chunk chunk, String object, Field<UUID> id) {
    return DSL.select(
        DSL.val(chunk.importId()),
        id,
        DSL.val(object),
        DSL.inline(true),
        DSL.inline(1L),
        DSL.castNull(SQLDataType.JSONB));
  }

  /// Remembers import, record, kind, whether it is new, its version now, and how it was before. Of
  /// a record that is written again only the version changes.
  static int remember(
      DSLContext db, Select<? extends Record6<UUID, UUID, String, Boolean, Long, JSONB>> written) {
    return db.insertInto(
            IMPORT_RECORD,
            IMPORT_RECORD.IMPORT_ID,
            IMPORT_RECORD.RECORD_ID,
            IMPORT_RECORD.OBJECT,
            IMPORT_RECORD.CREATED,
            IMPORT_RECORD.VERSION,
            IMPORT_RECORD.BEFORE)
        .select(written)
        .onConflict(IMPORT_RECORD.IMPORT_ID, IMPORT_RECORD.RECORD_ID)
        .doUpdate()
        .set(IMPORT_RECORD.VERSION, DSL.excluded(IMPORT_RECORD.VERSION))
        .execute();
  }
}
