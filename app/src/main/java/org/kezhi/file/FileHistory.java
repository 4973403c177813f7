package org.kezhi.file;

import static org.jooq.impl.DSL.select;
import static org.kezhi.db.Tables.APP_USER;
import static org.kezhi.db.Tables.ATTACHMENT;
import static org.kezhi.db.Tables.ATTACHMENT_VERSION;
import static org.kezhi.db.Tables.FILE_CONTENT;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record4;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kezhi.reading.HappenedBeside;
import org.springframework.stereotype.Repository;

/// Each version of a file stands in the history of its record; letters and faxes at their date.
@Repository
class FileHistory implements HappenedBeside {

  private final DSLContext db;

  FileHistory(DSLContext db) {
    this.db = db;
  }

  @Override
  public String name() {
    return "file";
  }

  @Override
  public Select<Record4<OffsetDateTime, UUID, UUID, String>> with(String object, UUID record) {
    return select(
            ATTACHMENT_VERSION.HAPPENED_AT,
            ATTACHMENT_VERSION.ID,
            ATTACHMENT_VERSION.CREATED_BY,
            ATTACHMENT_VERSION.NAME)
        .from(ATTACHMENT_VERSION)
        .join(ATTACHMENT)
        .on(ATTACHMENT.ID.eq(ATTACHMENT_VERSION.ATTACHMENT_ID))
        .where(ATTACHMENT.OBJECT.eq(object))
        .and(ATTACHMENT.RECORD_ID.eq(record))
        .and(ATTACHMENT.REMOVED_AT.isNull());
  }

  @Override
  public Map<UUID, Map<String, @Nullable Object>> details(List<UUID> ids) {
    return db.select(
            ATTACHMENT_VERSION.ID,
            ATTACHMENT_VERSION.NUMBER,
            ATTACHMENT_VERSION.NAME,
            ATTACHMENT.ID,
            ATTACHMENT.KIND,
            ATTACHMENT.DIRECTION,
            ATTACHMENT.DOCUMENT_DATE,
            FILE_CONTENT.SIZE,
            FILE_CONTENT.TYPE,
            APP_USER.ID,
            APP_USER.DISPLAY_NAME)
        .from(ATTACHMENT_VERSION)
        .join(ATTACHMENT)
        .on(ATTACHMENT.ID.eq(ATTACHMENT_VERSION.ATTACHMENT_ID))
        .join(FILE_CONTENT)
        .on(FILE_CONTENT.SHA256.eq(ATTACHMENT_VERSION.SHA256))
        .leftJoin(APP_USER)
        .on(APP_USER.ID.eq(ATTACHMENT_VERSION.CREATED_BY))
        .where(ATTACHMENT_VERSION.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
        .fetchMap(ATTACHMENT_VERSION.ID, FileHistory::detail);
  }

  private static Map<String, @Nullable Object> detail(Record row) {
    var detail = new HashMap<String, @Nullable Object>();
    detail.put("id", row.get(ATTACHMENT_VERSION.ID));
    detail.put("file", row.get(ATTACHMENT.ID));
    detail.put("number", row.get(ATTACHMENT_VERSION.NUMBER));
    detail.put("name", row.get(ATTACHMENT_VERSION.NAME));
    detail.put("kind", row.get(ATTACHMENT.KIND));
    detail.put("direction", row.get(ATTACHMENT.DIRECTION));
    detail.put("documentDate", row.get(ATTACHMENT.DOCUMENT_DATE));
    detail.put("size", row.get(FILE_CONTENT.SIZE));
    detail.put("type", row.get(FILE_CONTENT.TYPE));
    var by = row.get(APP_USER.ID);
    detail.put(
        "createdBy", by == null ? null : Map.of("id", by, "title", row.get(APP_USER.DISPLAY_NAME)));
    return detail;
  }
}
