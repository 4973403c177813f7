package org.kezhi.history;

import static org.jooq.impl.DSL.field;

import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.kezhi.access.Policy;
import org.kezhi.access.Use;
import org.kezhi.access.Viewer;
import org.kezhi.audit.AuditContext;
import org.kezhi.mention.Mentions;
import org.kezhi.platform.CommonProblem;
import org.kezhi.record.ObjectType;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lets those who see a record comment on it, and those who may change it pin an entry of its
/// history.
@Service
class Comments {

  private final DSLContext db;
  private final CommentRepository comments;
  private final TimelineParts timeline;
  private final Policy policy;
  private final Mentions mentions;
  private final AuditContext audit;

  Comments(
      DSLContext db,
      CommentRepository comments,
      TimelineParts timeline,
      Policy policy,
      Mentions mentions,
      AuditContext audit) {
    this.db = db;
    this.comments = comments;
    this.timeline = timeline;
    this.policy = policy;
    this.mentions = mentions;
    this.audit = audit;
  }

  @Transactional(readOnly = true)
  List<Comment> of(Viewer viewer, String path, UUID id) {
    var type = seen(viewer, path, id);
    return comments.of(type.name(), id, viewer.id());
  }

  @Transactional
  void add(Viewer viewer, String path, UUID id, WriteComment said) {
    var type = writable(viewer, path, id);
    var body = said.body().strip();
    tell(viewer, type, id, new Text(comments.add(type.name(), id, viewer.id(), body), body));
  }

  /// People change what they have said themselves; who is named anew is told, nobody twice.
  @Transactional
  void change(Viewer viewer, String path, Place place, WriteComment said) {
    var type = writable(viewer, path, place.record);
    var body = said.body().strip();
    var own = new CommentRepository.Own(type.name(), place.record, place.comment, viewer.id());
    if (!comments.change(own, body)) {
      throw CommonProblem.NOT_FOUND.with();
    }
    tell(viewer, type, place.record, new Text(place.comment, body));
  }

  /// A comment on a record.
  record Place(UUID record, UUID comment) {}

  private record Text(UUID comment, String body) {}

  private void tell(Viewer viewer, ObjectType type, UUID record, Text text) {
    var key = "comment:" + text.comment;
    mentions.tell(new Mentions.Said(type, record, key, viewer.id(), text.body));
  }

  /// People take back what they have said themselves.
  @Transactional
  void delete(Viewer viewer, String path, UUID id, UUID comment) {
    var type = writable(viewer, path, id);
    if (!comments.delete(new CommentRepository.Own(type.name(), id, comment, viewer.id()))) {
      throw CommonProblem.NOT_FOUND.with();
    }
  }

  @Transactional
  void pin(Viewer viewer, String path, UUID id, Entry entry) {
    var type = changeable(viewer, path, id);
    var subject = new TimelineParts.Subject(viewer, type, id);
    if (!holds(timeline.contains(subject, entry.object(), entry.id()))) {
      throw CommonProblem.NOT_FOUND.with();
    }
    comments.pin(type.name(), id, entry, viewer.id());
  }

  @Transactional
  void unpin(Viewer viewer, String path, UUID id) {
    comments.unpin(changeable(viewer, path, id).name(), id);
  }

  private ObjectType seen(Viewer viewer, String path, UUID id) {
    var type = policy.visible(viewer, path);
    if (!reaches(viewer, Use.READ, type, id)) {
      throw CommonProblem.NOT_FOUND.with();
    }
    return type;
  }

  private ObjectType writable(Viewer viewer, String path, UUID id) {
    var type = seen(viewer, path, id);
    if (!viewer.isForWriting(type.name())) {
      throw CommonProblem.NOT_ALLOWED.with();
    }
    audit.begin(viewer.id(), viewer.channel(), null);
    return type;
  }

  private ObjectType changeable(Viewer viewer, String path, UUID id) {
    var type = seen(viewer, path, id);
    if (!reaches(viewer, Use.UPDATE, type, id)) {
      throw CommonProblem.NOT_ALLOWED.with();
    }
    return type;
  }

  private boolean reaches(Viewer viewer, Use use, ObjectType type, UUID id) {
    var table = type.table();
    return db.fetchExists(
        table,
        StandardColumns.id(table).eq(id),
        StandardColumns.deletedAt(table).isNull(),
        policy.rows(viewer, use, type, table));
  }

  private boolean holds(Condition condition) {
    return Boolean.TRUE.equals(db.select(field(condition)).fetchSingle().value1());
  }
}
