package org.kezhi.file;

import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.kezhi.db.Tables.FILE_UPLOAD;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kezhi.db.tables.records.FileUploadRecord;
import org.kezhi.platform.Ids;
import org.springframework.stereotype.Repository;

/// Reads and writes what is known of files that are arriving.
@Repository
class UploadRepository {

  private static final int MOST = 200;

  private final DSLContext db;

  UploadRepository(DSLContext db) {
    this.db = db;
  }

  UUID insert(CreateUpload wanted, String name, UUID by) {
    var id = Ids.next();
    var kind = wanted.kind() == null ? FileKind.FILE : wanted.kind();
    db.insertInto(FILE_UPLOAD)
        .set(FILE_UPLOAD.ID, id)
        .set(FILE_UPLOAD.OBJECT, wanted.object())
        .set(FILE_UPLOAD.RECORD_ID, wanted.record())
        .set(FILE_UPLOAD.ATTACHMENT_ID, wanted.file())
        .set(FILE_UPLOAD.NAME, name)
        .set(FILE_UPLOAD.KIND, kind.code())
        .set(FILE_UPLOAD.DIRECTION, wanted.direction() == null ? null : wanted.direction().code())
        .set(FILE_UPLOAD.DOCUMENT_DATE, wanted.documentDate())
        .set(FILE_UPLOAD.SIZE, wanted.size())
        .set(FILE_UPLOAD.SHA256, wanted.sha256())
        .set(FILE_UPLOAD.MARK, wanted.mark())
        .set(FILE_UPLOAD.CREATED_BY, by)
        .execute();
    return id;
  }

  /// An upload of the same file to the same place that is not over.
  Optional<FileUploadRecord> unfinished(CreateUpload wanted, UUID by) {
    return wanted.mark() == null
        ? Optional.empty()
        : db.selectFrom(FILE_UPLOAD)
            .where(FILE_UPLOAD.RECORD_ID.eq(wanted.record()))
            .and(FILE_UPLOAD.OBJECT.eq(wanted.object()))
            .and(FILE_UPLOAD.ATTACHMENT_ID.isNotDistinctFrom(wanted.file()))
            .and(FILE_UPLOAD.CREATED_BY.eq(by))
            .and(FILE_UPLOAD.MARK.eq(wanted.mark()))
            .and(FILE_UPLOAD.SIZE.eq(wanted.size()))
            .andNot(FILE_UPLOAD.DONE)
            .limit(1)
            .fetchOptional();
  }

  List<FileUploadRecord> unfinished(String object, UUID record, UUID by) {
    return db.selectFrom(FILE_UPLOAD)
        .where(FILE_UPLOAD.RECORD_ID.eq(record))
        .and(FILE_UPLOAD.OBJECT.eq(object))
        .and(FILE_UPLOAD.CREATED_BY.eq(by))
        .andNot(FILE_UPLOAD.DONE)
        .orderBy(FILE_UPLOAD.ID)
        .limit(MOST)
        .fetch();
  }

  /// What somebody has announced; nobody else knows of it.
  Optional<FileUploadRecord> find(UUID id, UUID by) {
    return db.selectFrom(FILE_UPLOAD)
        .where(FILE_UPLOAD.ID.eq(id))
        .and(FILE_UPLOAD.CREATED_BY.eq(by))
        .fetchOptional();
  }

  void touch(UUID id) {
    db.update(FILE_UPLOAD)
        .set(FILE_UPLOAD.TOUCHED_AT, currentOffsetDateTime())
        .where(FILE_UPLOAD.ID.eq(id))
        .execute();
  }

  /// Whether it was still to be finished; nobody else finishes it then.
  boolean finish(UUID id, UUID file) {
    return db.update(FILE_UPLOAD)
            .set(FILE_UPLOAD.DONE, true)
            .set(FILE_UPLOAD.ATTACHMENT_ID, file)
            .set(FILE_UPLOAD.TOUCHED_AT, currentOffsetDateTime())
            .where(FILE_UPLOAD.ID.eq(id))
            .andNot(FILE_UPLOAD.DONE)
            .execute()
        == 1;
  }

  void delete(UUID id) {
    db.deleteFrom(FILE_UPLOAD).where(FILE_UPLOAD.ID.eq(id)).execute();
  }
}
