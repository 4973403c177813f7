package org.kezhi.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.kezhi.access.Policy;
import org.kezhi.access.Use;
import org.kezhi.access.Viewer;
import org.kezhi.audit.AuditContext;
import org.kezhi.db.tables.records.RecordMergeRecord;
import org.kezhi.merge.Moves.Wish;
import org.kezhi.merge.RecordMerge.KeptRecord;
import org.kezhi.platform.CommonProblem;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordsChanged;
import org.kezhi.record.StandardColumns;
import org.kezhi.writing.Records;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes a merge back: the records come out of the recycle bin, and everything that is still where
/// the merge has put it goes back to them.
@Service
class MergeUndo {

  private static final int MOST_EXAMPLES = 50;

  private final DSLContext db;
  private final MergeLedger ledger;
  private final MergeViews views;
  private final ReferenceCatalog references;
  private final Moves moves;
  private final Records records;
  private final Policy policy;
  private final AuditContext audit;
  private final ApplicationEventPublisher events;

  MergeUndo(
      DSLContext db,
      MergeLedger ledger,
      MergeViews views,
      ReferenceCatalog references,
      Moves moves,
      Records records,
      Policy policy,
      AuditContext audit,
      ApplicationEventPublisher events) {
    this.db = db;
    this.ledger = ledger;
    this.views = views;
    this.references = references;
    this.moves = moves;
    this.records = records;
    this.policy = policy;
    this.audit = audit;
    this.events = events;
  }

  @Transactional
  RecordMerge.Undone undo(Viewer viewer, UUID id) {
    var merge = ledger.find(id, true).orElseThrow(() -> CommonProblem.NOT_FOUND.with());
    var type = views.type(viewer, merge);
    var gone = new ArrayList<UUID>();
    var version = requireAll(viewer, type, merge, gone);
    var changed = ledger.changedSince(type, merge);
    var before = ledger.before(type, merge, changed);
    records.adopt(viewer, new Records.Target(type, merge.getSurvivorId(), version), before);
    gone.forEach(source -> records.restore(viewer, type, source));
    audit.begin(viewer.id(), viewer.channel(), merge.getId());
    var wish =
        new Wish(merge.getId(), type.name(), merge.getSurvivorId(), ledger.sources(merge.getId()));
    var kept = giveBack(viewer, type, wish);
    ledger.close(merge.getId(), viewer.id());
    var fields =
        FieldChoices.fields(type).stream()
            .filter(field -> changed.contains(field.column().getName()))
            .filter(field -> policy.visibleField(viewer, type, field.name()).isPresent())
            .map(field -> field.name())
            .toList();
    return new RecordMerge.Undone(
        views.of(viewer, type, merge.getId()), fields, kept.count, kept.examples);
  }

  /// Whoever undoes a merge must be allowed what the merge needed.
  ///
  /// @param gone takes those that lie in the recycle bin
  /// @return the version of the record that stayed
  private long requireAll(
      Viewer viewer, ObjectType type, RecordMergeRecord merge, List<UUID> gone) {
    var table = type.table();
    var id = StandardColumns.id(table);
    var version = StandardColumns.version(table);
    var survivor =
        db.select(version, DSL.field(StandardColumns.deletedAt(table).isNull()))
            .from(table)
            .where(id.eq(merge.getSurvivorId()))
            .and(policy.rows(viewer, Use.READ, type, table))
            .forUpdate()
            .fetchOptional()
            .orElseThrow(() -> CommonProblem.NOT_FOUND.with());
    if (merge.getUndoneAt() != null) {
      throw MergeProblem.UNDONE.with();
    } else if (!views.canBeUndone(merge)) {
      throw MergeProblem.UNDO_OVER.with();
    } else if (!survivor.value2()) {
      var isMerged = !ledger.survivors(type, List.of(merge.getSurvivorId())).isEmpty();
      throw (isMerged ? MergeProblem.MERGED_AGAIN : MergeProblem.SURVIVOR_GONE).with();
    }
    db.select(id, DSL.field(DSL.trueCondition().and(policy.rows(viewer, Use.DELETE, type, table))))
        .from(table)
        .where(id.in(ledger.sources(merge.getId())))
        .and(StandardColumns.deletedAt(table).isNotNull())
        .orderBy(id)
        .forUpdate()
        .fetch()
        .forEach(row -> {
          if (!row.value2()) {
            throw CommonProblem.NOT_ALLOWED.with();
          }
          gone.add(row.value1());
        });
    return survivor.value1();
  }

  private record Kept(long count, List<KeptRecord> examples) {}

  private Kept giveBack(Viewer viewer, ObjectType type, Wish wish) {
    long count = 0;
    var examples = new ArrayList<KeptRecord>();
    for (var reference : references.to(type)) {
      var kept = moves.kept(reference, wish, MOST_EXAMPLES);
      count += kept.count();
      var from = reference.from();
      var back = moves.giveBack(reference, wish, viewer.id());
      if (from != null) {
        examples.addAll(named(viewer, from, kept.ids()));
        if (!back.isEmpty()) {
          events.publishEvent(new RecordsChanged(from, back));
        }
      }
    }
    return new Kept(count, examples.stream().limit(MOST_EXAMPLES).toList());
  }

  private List<KeptRecord> named(Viewer viewer, ObjectType from, List<UUID> ids) {
    if (ids.isEmpty() || policy.visibleField(viewer, from, from.titleField().name()).isEmpty()) {
      return List.of();
    }
    var table = from.table();
    var id = StandardColumns.id(table);
    var title = from.titleField().column().cast(String.class);
    return db.select(id, title)
        .from(table)
        .where(id.in(ids))
        .and(policy.rows(viewer, Use.READ, from, table))
        .fetch(row -> new KeptRecord(from.name(), row.value1(), row.value2()));
  }
}
