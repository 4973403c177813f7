package org.kezhi.writing;

import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectOne;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Policy;
import org.kezhi.access.Use;
import org.kezhi.access.Viewer;
import org.kezhi.audit.AuditContext;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.Ids;
import org.kezhi.platform.Problem;
import org.kezhi.reading.RecordQueries;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordProblem;
import org.kezhi.record.RecordsChanged;
import org.kezhi.record.StandardColumns;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Creates, changes, deletes and restores records of any kind, for those who may.
@Service
public class Records {

  private final DSLContext db;
  private final Policy policy;
  private final DraftReader reader;
  private final DraftRules rules;
  private final RecordQueries queries;
  private final AuditContext audit;
  private final RecycledFollowers followers;
  private final ApplicationEventPublisher events;

  Records(
      DSLContext db,
      Policy policy,
      DraftReader reader,
      DraftRules rules,
      RecordQueries queries,
      AuditContext audit,
      RecycledFollowers followers,
      ApplicationEventPublisher events) {
    this.db = db;
    this.policy = policy;
    this.reader = reader;
    this.rules = rules;
    this.queries = queries;
    this.audit = audit;
    this.followers = followers;
    this.events = events;
  }

  /// Creates a record and tells its id.
  @Transactional
  public UUID create(Viewer viewer, ObjectType type, Map<String, @Nullable Object> json) {
    if (!viewer.rights(type.name()).create()) {
      throw CommonProblem.NOT_ALLOWED.with();
    }
    var draft = new Draft(type, Ids.next(), true);
    reader.read(viewer, draft, json);
    reader.complete(viewer, draft);
    rules.apply(draft);
    reader.requireAll(draft);
    refuseErrors(draft);
    begin(viewer);
    var table = type.table();
    draft.put(StandardColumns.id(table), draft.id());
    draft.put(StandardColumns.createdBy(table), viewer.id());
    draft.put(StandardColumns.updatedBy(table), viewer.id());
    Constraints.translate(type, () -> db.insertInto(table).set(draft.values()).execute());
    changed(type, draft.id());
    return draft.id();
  }

  /// Changes the named fields of a record that is still at the version the writer has seen.
  @Transactional
  public void update(Viewer viewer, Target target, Map<String, @Nullable Object> changes) {
    var type = target.type();
    require(viewer, Use.UPDATE, target);
    var draft = new Draft(type, target.id(), false);
    reader.read(viewer, draft, changes);
    rules.apply(draft);
    refuseErrors(draft);
    if (!draft.values().isEmpty()) {
      write(viewer, Use.UPDATE, target, draft.values());
    }
  }

  /// Gives a record values that another one of its kind has had, so that they need no reading.
  @Transactional
  public void adopt(Viewer viewer, Target target, Map<Field<?>, @Nullable Object> values) {
    require(viewer, Use.UPDATE, target);
    var draft = new Draft(target.type(), target.id(), false);
    values.forEach(draft::put);
    rules.apply(draft);
    refuseErrors(draft);
    write(viewer, Use.UPDATE, target, draft.values());
  }

  /// Puts a record into the recycle bin, with those that follow it.
  @Transactional
  public void delete(Viewer viewer, Target target) {
    require(viewer, Use.DELETE, target);
    var table = target.type().table();
    write(viewer, Use.DELETE, target, RecycledFollowers.deleted(table, viewer.id()));
    followers.delete(viewer.id(), target.type(), List.of(target.id()));
  }

  /// Takes a record out of the recycle bin again, with those that went there with it.
  @Transactional
  public void restore(Viewer viewer, ObjectType type, UUID id) {
    begin(viewer);
    var table = type.table();
    var deletedAt =
        db.select(StandardColumns.deletedAt(table))
            .from(table)
            .where(StandardColumns.id(table).eq(id))
            .and(StandardColumns.deletedAt(table).isNotNull())
            .and(policy.rows(viewer, Use.DELETE, type, table))
            .forUpdate()
            .fetchOptional(StandardColumns.deletedAt(table))
            .orElseThrow(() -> CommonProblem.NOT_FOUND.with());
    followers.refuseWithoutLeader(type, id);
    Constraints.translate(
        type,
        () -> {
          var restored =
              db.update(table)
                  .set(RecycledFollowers.restored(table))
                  .set(StandardColumns.version(table), StandardColumns.version(table).plus(1))
                  .where(StandardColumns.id(table).eq(id))
                  .execute();
          followers.restore(type, List.of(id), deletedAt);
          return restored;
        });
    changed(type, id);
  }

  /// Unseen is not found; seen but out of reach is not allowed.
  private void require(Viewer viewer, Use use, Target target) {
    var row =
        db.select(field(within(viewer, Use.READ, target)), field(within(viewer, use, target)))
            .fetchSingle();
    if (!row.value1()) {
      throw CommonProblem.NOT_FOUND.with();
    } else if (!row.value2()) {
      throw CommonProblem.NOT_ALLOWED.with();
    }
  }

  private Condition within(Viewer viewer, Use use, Target target) {
    var table = target.type().table();
    return exists(
        selectOne()
            .from(table)
            .where(StandardColumns.id(table).eq(target.id()))
            .and(StandardColumns.deletedAt(table).isNull())
            .and(policy.rows(viewer, use, target.type(), table)));
  }

  private void write(Viewer viewer, Use use, Target target, Map<Field<?>, ?> values) {
    var type = target.type();
    var table = type.table();
    begin(viewer);
    var written =
        Constraints.translate(
            type,
            () ->
                db.update(table)
                    .set(values)
                    .set(StandardColumns.version(table), StandardColumns.version(table).plus(1))
                    .set(StandardColumns.updatedAt(table), currentOffsetDateTime())
                    .set(StandardColumns.updatedBy(table), viewer.id())
                    .where(StandardColumns.id(table).eq(target.id()))
                    .and(StandardColumns.version(table).eq(target.version()))
                    .and(StandardColumns.deletedAt(table).isNull())
                    .and(policy.rows(viewer, use, type, table))
                    .execute());
    if (written == 0) {
      throw stale(viewer, target);
    }
    changed(type, target.id());
  }

  private Problem stale(Viewer viewer, Target target) {
    var current =
        queries
            .find(viewer, target.type(), target.id())
            .orElseThrow(() -> CommonProblem.NOT_FOUND.with());
    return RecordProblem.STALE.with().carrying("current", current);
  }

  private void begin(Viewer viewer) {
    audit.begin(viewer.id(), viewer.channel(), null);
  }

  private void changed(ObjectType type, UUID id) {
    events.publishEvent(new RecordsChanged(type, List.of(id)));
  }

  private static void refuseErrors(Draft draft) {
    if (!draft.errors().isEmpty()) {
      throw RecordProblem.INVALID_RECORD.in(draft.errors());
    }
  }

  /// A record at the version that the writer has seen.
  public record Target(ObjectType type, UUID id, long version) {}
}
