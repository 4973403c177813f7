package org.kezhi.file;

import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
import static org.kezhi.db.Tables.APP_USER;
import static org.kezhi.db.Tables.ATTACHMENT;
import static org.kezhi.db.Tables.ATTACHMENT_VERSION;
import static org.kezhi.db.Tables.FILE_CONTENT;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Records;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Policy;
import org.kezhi.access.Use;
import org.kezhi.access.Viewer;
import org.kezhi.platform.CommonProblem;
import org.kezhi.record.Aliases;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Repository;

/// Reads files together with the right to their record, in one statement.
@Repository
class AttachmentQueries {

  private static final org.kezhi.db.tables.AttachmentVersion LATEST =
      ATTACHMENT_VERSION.as("latest");
  private static final org.kezhi.db.tables.FileContent CONTENT = FILE_CONTENT.as("content");

  private final DSLContext db;
  private final ObjectTypes types;
  private final Policy policy;

  AttachmentQueries(DSLContext db, ObjectTypes types, Policy policy) {
    this.db = db;
    this.types = types;
    this.policy = policy;
  }

  /// The files of a record that the viewer may see, and whether they may change them.
  record FileList(List<AttachedFile> items, boolean mayChange) {}

  FileList of(Viewer viewer, ObjectType type, UUID record) {
    var table = Aliases.of(type.table(), "t");
    return db.select(files(type, record), mayChange(viewer, type, table))
        .from(table)
        .where(StandardColumns.id(table).eq(record))
        .and(visible(viewer, type, table))
        .fetchOptional(found -> new FileList(found.value1(), isTrue(found.value2())))
        .orElseThrow(() -> CommonProblem.NOT_FOUND.with());
  }

  /// A file as far as the viewer reaches it.
  ///
  /// @param isRemoved whether it lies where it can be brought back from
  record Reached(AttachedFile file, boolean mayChange, boolean isRemoved) {

    AttachedFile present() {
      if (isRemoved) {
        throw CommonProblem.NOT_FOUND.with();
      }
      return file;
    }
  }

  Reached reach(Viewer viewer, UUID file) {
    return type(viewer, file)
        .flatMap(type -> reach(viewer, type, file))
        .orElseThrow(() -> CommonProblem.NOT_FOUND.with());
  }

  private Optional<ObjectType> type(Viewer viewer, UUID file) {
    return db.select(ATTACHMENT.OBJECT)
        .from(ATTACHMENT)
        .where(ATTACHMENT.ID.eq(file))
        .fetchOptional(ATTACHMENT.OBJECT)
        .flatMap(types::named)
        .filter(type -> policy.maySee(viewer, type));
  }

  private Optional<Reached> reach(Viewer viewer, ObjectType type, UUID file) {
    var table = Aliases.of(type.table(), "t");
    return db.select(
            file(), mayChange(viewer, type, table), DSL.field(ATTACHMENT.REMOVED_AT.isNotNull()))
        .from(ATTACHMENT)
        .join(LATEST)
        .on(isLatest())
        .join(CONTENT)
        .on(CONTENT.SHA256.eq(LATEST.SHA256))
        .join(table)
        .on(StandardColumns.id(table).eq(ATTACHMENT.RECORD_ID))
        .where(ATTACHMENT.ID.eq(file))
        .and(ATTACHMENT.OBJECT.eq(type.name()))
        .and(visible(viewer, type, table))
        .fetchOptional(
            found -> new Reached(found.value1(), isTrue(found.value2()), isTrue(found.value3())));
  }

  /// Answers as if the record did not exist to those who may not see it, and refuses those who may
  /// not change it.
  void requireChangeable(Viewer viewer, ObjectType type, UUID record) {
    var table = Aliases.of(type.table(), "t");
    var may =
        db.select(mayChange(viewer, type, table))
            .from(table)
            .where(StandardColumns.id(table).eq(record))
            .and(visible(viewer, type, table))
            .fetchOptional(found -> isTrue(found.value1()))
            .orElseThrow(() -> CommonProblem.NOT_FOUND.with());
    if (!may) {
      throw CommonProblem.NOT_ALLOWED.with();
    }
  }

  private Condition visible(Viewer viewer, ObjectType type, Table<?> table) {
    return StandardColumns.deletedAt(table)
        .isNull()
        .and(policy.rows(viewer, Use.READ, type, table));
  }

  private Field<Boolean> mayChange(Viewer viewer, ObjectType type, Table<?> table) {
    return DSL.field(trueCondition().and(policy.rows(viewer, Use.UPDATE, type, table)));
  }

  private static boolean isTrue(@Nullable Boolean known) {
    return Boolean.TRUE.equals(known);
  }

  private static Field<List<AttachedFile>> files(ObjectType type, UUID record) {
    return multiset(
            select(file())
                .from(ATTACHMENT)
                .join(LATEST)
                .on(isLatest())
                .join(CONTENT)
                .on(CONTENT.SHA256.eq(LATEST.SHA256))
                .where(ATTACHMENT.OBJECT.eq(type.name()))
                .and(ATTACHMENT.RECORD_ID.eq(record))
                .and(ATTACHMENT.REMOVED_AT.isNull())
                .orderBy(LATEST.CREATED_AT.desc(), ATTACHMENT.ID.desc()))
        .convertFrom(found -> found.map(Record1::value1));
  }

  private static Condition isLatest() {
    return LATEST.ATTACHMENT_ID.eq(ATTACHMENT.ID).and(LATEST.NUMBER.eq(ATTACHMENT.LATEST));
  }

  private static SelectField<AttachedFile> file() {
    return row(
            ATTACHMENT.ID,
            ATTACHMENT.VERSION,
            ATTACHMENT.OBJECT,
            ATTACHMENT.RECORD_ID,
            ATTACHMENT.NAME,
            ATTACHMENT.KIND.convertFrom(FileKind::of),
            ATTACHMENT.DIRECTION.convertFrom(AttachmentQueries::direction),
            ATTACHMENT.DOCUMENT_DATE,
            CONTENT.TYPE,
            CONTENT.SIZE,
            CONTENT.SHA256,
            ContentTypes.preview(CONTENT.TYPE),
            ATTACHMENT.LATEST,
            ATTACHMENT.UPDATED_AT,
            versions())
        .convertFrom(Records.mapping(AttachedFile::new));
  }

  private static @Nullable Direction direction(@Nullable String code) {
    return code == null ? null : Direction.of(code);
  }

  private static Field<List<AttachedFile.Version>> versions() {
    return multiset(
            select(
                    ATTACHMENT_VERSION.NUMBER,
                    ATTACHMENT_VERSION.NAME,
                    FILE_CONTENT.TYPE,
                    FILE_CONTENT.SIZE,
                    FILE_CONTENT.SHA256,
                    ContentTypes.preview(FILE_CONTENT.TYPE),
                    ATTACHMENT_VERSION.CREATED_AT,
                    row(APP_USER.ID, APP_USER.DISPLAY_NAME).convertFrom(AttachmentQueries::author))
                .from(ATTACHMENT_VERSION)
                .join(FILE_CONTENT)
                .on(FILE_CONTENT.SHA256.eq(ATTACHMENT_VERSION.SHA256))
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(ATTACHMENT_VERSION.CREATED_BY))
                .where(ATTACHMENT_VERSION.ATTACHMENT_ID.eq(ATTACHMENT.ID))
                .orderBy(ATTACHMENT_VERSION.NUMBER.desc()))
        .convertFrom(found -> found.map(Records.mapping(AttachedFile.Version::new)));
  }

  private static AttachedFile.Version.@Nullable Author author(
      org.jooq.@Nullable Record2<UUID, String> person) {
    return person == null || person.value1() == null
        ? null
        : new AttachedFile.Version.Author(person.value1(), person.value2());
  }
}
