package org.kezhi.history;

import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.kezhi.db.Tables.APP_USER;
import static org.kezhi.db.Tables.ENTRY_COMMENT;
import static org.kezhi.db.Tables.TIMELINE_PIN;

import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.kezhi.platform.Ids;
import org.kezhi.record.LooseReference;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Repository;

/// Keeps what people say about records, and what they pin.
@Repository
class CommentRepository {

  private static final int MOST = 500;

  private final DSLContext db;

  CommentRepository(DSLContext db) {
    this.db = db;
  }

  @Bean
  static LooseReference commentedRecord() {
    return new LooseReference(ENTRY_COMMENT, ENTRY_COMMENT.OBJECT, ENTRY_COMMENT.RECORD_ID);
  }

  @Bean
  static LooseReference pinningRecord() {
    return new LooseReference(TIMELINE_PIN, TIMELINE_PIN.OBJECT, TIMELINE_PIN.RECORD_ID);
  }

  @Bean
  static LooseReference pinnedEntry() {
    return new LooseReference(TIMELINE_PIN, TIMELINE_PIN.ENTRY_OBJECT, TIMELINE_PIN.ENTRY_ID);
  }

  List<Comment> of(String object, UUID record, UUID reader) {
    return db.select(
            ENTRY_COMMENT.ID,
            ENTRY_COMMENT.BODY,
            ENTRY_COMMENT.CREATED_AT,
            ENTRY_COMMENT.CREATED_BY,
            APP_USER.DISPLAY_NAME,
            ENTRY_COMMENT.EDITED_AT)
        .from(ENTRY_COMMENT)
        .join(APP_USER)
        .on(APP_USER.ID.eq(ENTRY_COMMENT.CREATED_BY))
        .where(ENTRY_COMMENT.RECORD_ID.eq(record))
        .and(ENTRY_COMMENT.OBJECT.eq(object))
        .orderBy(ENTRY_COMMENT.CREATED_AT, ENTRY_COMMENT.ID)
        .limit(MOST)
        .fetch(row ->
            new Comment(
                row.value1(),
                row.value2(),
                row.value3().toInstant(),
                row.value6() == null ? null : row.value6().toInstant(),
                new HistoryPage.Actor(row.value4(), row.value5()),
                row.value4().equals(reader)));
  }

  UUID add(String object, UUID record, UUID author, String body) {
    var id = Ids.next();
    db.insertInto(ENTRY_COMMENT)
        .set(ENTRY_COMMENT.ID, id)
        .set(ENTRY_COMMENT.OBJECT, object)
        .set(ENTRY_COMMENT.RECORD_ID, record)
        .set(ENTRY_COMMENT.BODY, body)
        .set(ENTRY_COMMENT.CREATED_BY, author)
        .execute();
    return id;
  }

  /// A comment that somebody has made on a record.
  record Own(String object, UUID record, UUID comment, UUID author) {

    private Condition isIt() {
      return ENTRY_COMMENT
          .ID
          .eq(comment)
          .and(ENTRY_COMMENT.OBJECT.eq(object))
          .and(ENTRY_COMMENT.RECORD_ID.eq(record))
          .and(ENTRY_COMMENT.CREATED_BY.eq(author));
    }
  }

  /// Whether it is there; what says the same is left as it is.
  boolean change(Own own, String body) {
    db.update(ENTRY_COMMENT)
        .set(ENTRY_COMMENT.BODY, body)
        .set(ENTRY_COMMENT.EDITED_AT, currentOffsetDateTime())
        .where(own.isIt())
        .and(ENTRY_COMMENT.BODY.ne(body))
        .execute();
    return db.fetchExists(ENTRY_COMMENT, own.isIt());
  }

  boolean delete(Own own) {
    return db.deleteFrom(ENTRY_COMMENT).where(own.isIt()).execute() == 1;
  }

  void pin(String object, UUID record, Entry entry, UUID by) {
    unpin(object, record);
    db.insertInto(TIMELINE_PIN)
        .set(TIMELINE_PIN.ID, Ids.next())
        .set(TIMELINE_PIN.OBJECT, object)
        .set(TIMELINE_PIN.RECORD_ID, record)
        .set(TIMELINE_PIN.ENTRY_OBJECT, entry.object())
        .set(TIMELINE_PIN.ENTRY_ID, entry.id())
        .set(TIMELINE_PIN.PINNED_BY, by)
        .execute();
  }

  void unpin(String object, UUID record) {
    db.deleteFrom(TIMELINE_PIN)
        .where(TIMELINE_PIN.OBJECT.eq(object))
        .and(TIMELINE_PIN.RECORD_ID.eq(record))
        .execute();
  }
}
