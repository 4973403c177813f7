package org.kezhi.file;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.kezhi.db.Tables.ATTACHMENT;
import static org.kezhi.db.Tables.ATTACHMENT_VERSION;
import static org.kezhi.db.Tables.FILE_CONTENT;
import static org.kezhi.db.Tables.FILE_UPLOAD;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kezhi.platform.Ids;
import org.springframework.stereotype.Repository;

/// Writes files, their versions and what the store holds.
@Repository
class AttachmentRepository {

  private final DSLContext db;

  AttachmentRepository(DSLContext db) {
    this.db = db;
  }

  /// Lets nobody else bring or throw away the same content until the transaction ends.
  void hold(String sha256) {
    db.execute("select pg_advisory_xact_lock(hashtext('kezhi file'), hashtext({0}))", val(sha256));
  }

  void insertContent(String sha256, long size, String type) {
    db.insertInto(FILE_CONTENT)
        .set(FILE_CONTENT.SHA256, sha256)
        .set(FILE_CONTENT.SIZE, size)
        .set(FILE_CONTENT.TYPE, type)
        .onConflictDoNothing()
        .execute();
  }

  /// What an upload brings.
  ///
  /// @param happenedAt where the history of the record shows it
  record Arrival(
      String object,
      UUID record,
      String name,
      ChangeFile about,
      String sha256,
      UUID by,
      OffsetDateTime happenedAt) {}

  UUID insert(Arrival arrival) {
    var id = Ids.next();
    var about = arrival.about;
    db.insertInto(ATTACHMENT)
        .set(ATTACHMENT.ID, id)
        .set(ATTACHMENT.OBJECT, arrival.object)
        .set(ATTACHMENT.RECORD_ID, arrival.record)
        .set(ATTACHMENT.NAME, arrival.name)
        .set(ATTACHMENT.KIND, kind(about).code())
        .set(ATTACHMENT.DIRECTION, direction(about))
        .set(ATTACHMENT.DOCUMENT_DATE, about.documentDate())
        .set(ATTACHMENT.CREATED_BY, arrival.by)
        .set(ATTACHMENT.UPDATED_BY, arrival.by)
        .execute();
    insertVersion(id, 1, arrival);
    return id;
  }

  /// Makes what has come the newest version of a file that is there.
  boolean addVersion(UUID file, Arrival arrival) {
    var number =
        db.update(ATTACHMENT)
            .set(ATTACHMENT.LATEST, ATTACHMENT.LATEST.plus(1))
            .set(ATTACHMENT.NAME, arrival.name)
            .set(ATTACHMENT.VERSION, ATTACHMENT.VERSION.plus(1))
            .set(ATTACHMENT.UPDATED_AT, currentOffsetDateTime())
            .set(ATTACHMENT.UPDATED_BY, arrival.by)
            .where(ATTACHMENT.ID.eq(file))
            .and(ATTACHMENT.REMOVED_AT.isNull())
            .returningResult(ATTACHMENT.LATEST)
            .fetchOne(ATTACHMENT.LATEST);
    if (number != null) {
      insertVersion(file, number, arrival);
    }
    return number != null;
  }

  private void insertVersion(UUID file, int number, Arrival arrival) {
    db.insertInto(ATTACHMENT_VERSION)
        .set(ATTACHMENT_VERSION.ATTACHMENT_ID, file)
        .set(ATTACHMENT_VERSION.NUMBER, number)
        .set(ATTACHMENT_VERSION.ID, Ids.next())
        .set(ATTACHMENT_VERSION.SHA256, arrival.sha256)
        .set(ATTACHMENT_VERSION.NAME, arrival.name)
        .set(ATTACHMENT_VERSION.HAPPENED_AT, arrival.happenedAt)
        .set(ATTACHMENT_VERSION.CREATED_BY, arrival.by)
        .execute();
  }

  /// Changes the version that the writer has seen; tells whether it still was that one.
  boolean update(UUID file, long seen, ChangeFile wanted, UUID by) {
    var change =
        db.update(ATTACHMENT)
            .set(ATTACHMENT.KIND, kind(wanted).code())
            .set(ATTACHMENT.DIRECTION, direction(wanted))
            .set(ATTACHMENT.DOCUMENT_DATE, wanted.documentDate());
    if (wanted.name() != null) {
      change = change.set(ATTACHMENT.NAME, wanted.name());
    }
    return change
            .set(ATTACHMENT.VERSION, ATTACHMENT.VERSION.plus(1))
            .set(ATTACHMENT.UPDATED_AT, currentOffsetDateTime())
            .set(ATTACHMENT.UPDATED_BY, by)
            .where(ATTACHMENT.ID.eq(file))
            .and(ATTACHMENT.VERSION.eq(seen))
            .execute()
        == 1;
  }

  /// Moves the first version to where its paper stands in the history.
  void moveFirst(UUID file, OffsetDateTime happenedAt) {
    db.update(ATTACHMENT_VERSION)
        .set(ATTACHMENT_VERSION.HAPPENED_AT, happenedAt)
        .where(ATTACHMENT_VERSION.ATTACHMENT_ID.eq(file))
        .and(ATTACHMENT_VERSION.NUMBER.eq(1))
        .execute();
  }

  private static FileKind kind(ChangeFile about) {
    return about.kind() == null ? FileKind.FILE : about.kind();
  }

  private static @Nullable String direction(ChangeFile about) {
    var direction = about.direction();
    return direction == null || kind(about) == FileKind.FILE ? null : direction.code();
  }

  void remove(UUID file, UUID by) {
    db.update(ATTACHMENT)
        .set(ATTACHMENT.REMOVED_AT, currentOffsetDateTime())
        .set(ATTACHMENT.REMOVED_BY, by)
        .where(ATTACHMENT.ID.eq(file))
        .and(ATTACHMENT.REMOVED_AT.isNull())
        .execute();
  }

  void restore(UUID file) {
    db.update(ATTACHMENT)
        .setNull(ATTACHMENT.REMOVED_AT)
        .setNull(ATTACHMENT.REMOVED_BY)
        .where(ATTACHMENT.ID.eq(file))
        .execute();
  }

  /// Forgets files that were removed before a moment.
  int eraseRemoved(OffsetDateTime before) {
    return db.deleteFrom(ATTACHMENT).where(ATTACHMENT.REMOVED_AT.lt(before)).execute();
  }

  int forgetUploads(OffsetDateTime before) {
    return db.deleteFrom(FILE_UPLOAD).where(FILE_UPLOAD.TOUCHED_AT.lt(before)).execute();
  }

  List<String> unused(int most) {
    return db.select(FILE_CONTENT.SHA256)
        .from(FILE_CONTENT)
        .where(isUnused())
        .limit(most)
        .fetch(FILE_CONTENT.SHA256);
  }

  /// Takes the row of a content that is held away, unless something refers to it.
  boolean deleteUnused(String sha256) {
    return db.deleteFrom(FILE_CONTENT)
            .where(FILE_CONTENT.SHA256.eq(sha256))
            .and(isUnused())
            .execute()
        == 1;
  }

  /// Those among some hashes whose content is kept.
  Set<String> kept(List<String> hashes) {
    return db.select(FILE_CONTENT.SHA256)
        .from(FILE_CONTENT)
        .where(FILE_CONTENT.SHA256.eq(any(hashes.toArray(String[]::new))))
        .fetchSet(FILE_CONTENT.SHA256);
  }

  boolean isKept(String sha256) {
    return db.fetchExists(FILE_CONTENT, FILE_CONTENT.SHA256.eq(sha256));
  }

  private static Condition isUnused() {
    return notExists(
        selectOne()
            .from(ATTACHMENT_VERSION)
            .where(ATTACHMENT_VERSION.SHA256.eq(FILE_CONTENT.SHA256)));
  }
}
