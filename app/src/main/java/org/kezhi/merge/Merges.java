package org.kezhi.merge;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.kezhi.access.Viewer;
import org.kezhi.audit.AuditContext;
import org.kezhi.merge.Contenders.Rows;
import org.kezhi.merge.Moves.Wish;
import org.kezhi.platform.Ids;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordsChanged;
import org.kezhi.writing.Records;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Makes one record of several.
@Service
class Merges {

  static final int DAYS_TO_UNDO = 30;

  private final Contenders contenders;
  private final FieldChoices choices;
  private final ReferenceCatalog references;
  private final Moves moves;
  private final Previews previews;
  private final MergeLedger ledger;
  private final MergeViews views;
  private final Records records;
  private final AuditContext audit;
  private final ApplicationEventPublisher events;

  Merges(
      Contenders contenders,
      FieldChoices choices,
      ReferenceCatalog references,
      Moves moves,
      Previews previews,
      MergeLedger ledger,
      MergeViews views,
      Records records,
      AuditContext audit,
      ApplicationEventPublisher events) {
    this.contenders = contenders;
    this.choices = choices;
    this.references = references;
    this.moves = moves;
    this.previews = previews;
    this.ledger = ledger;
    this.views = views;
    this.records = records;
    this.audit = audit;
    this.events = events;
  }

  /// What the merge would come to if nobody wrote anything until then.
  @Transactional(readOnly = true)
  MergePreview preview(Viewer viewer, ObjectType type, MergeOrder order) {
    var rows = contenders.read(viewer, type, order, false);
    var moving = previews.moving(viewer, references.to(type), wish(type, order, new UUID(0, 0)));
    return previews.of(viewer, rows, choices.choose(viewer, rows, order.choices()), moving);
  }

  /// Merges, all or nothing. The one that stays takes over the values that were chosen last, when
  /// those that had them lie in the recycle bin: some values may not be there twice.
  @Transactional
  RecordMerge.Done merge(Viewer viewer, ObjectType type, MergeOrder order) {
    var rows = contenders.read(viewer, type, order, true);
    var chosen = choices.choose(viewer, rows, order.choices());
    var wish = wish(type, order, Ids.next());
    var referring = references.to(type);
    var moving = previews.moving(viewer, referring, wish);
    var before = ledger.picture(type, wish.survivor());
    ledger.open(wish, viewer.id());
    audit.begin(viewer.id(), viewer.channel(), wish.merge());
    referring.forEach(reference -> move(reference, wish, viewer));
    for (var merged : wish.merged()) {
      records.delete(viewer, target(rows, merged));
    }
    records.adopt(viewer, target(rows, wish.survivor()), FieldChoices.changes(rows, chosen));
    ledger.remember(type, wish.merge(), before, ledger.picture(type, wish.survivor()));
    return new RecordMerge.Done(
        views.of(viewer, type, wish.merge()), moving.moves(), moving.others(), moving.staying());
  }

  private void move(Reference reference, Wish wish, Viewer viewer) {
    try {
      tell(reference, moves.move(reference, wish, viewer.id()));
    } catch (DataIntegrityViolationException refused) {
      throw MergeProblem.CANNOT_REFER.with(reference.tableName());
    }
  }

  private void tell(Reference reference, List<UUID> ids) {
    if (reference.from() != null && !ids.isEmpty()) {
      events.publishEvent(new RecordsChanged(reference.from(), ids));
    }
  }

  private static Wish wish(ObjectType type, MergeOrder order, UUID merge) {
    return new Wish(merge, type.name(), order.survivor(), order.merged());
  }

  private static Records.Target target(Rows rows, UUID id) {
    var version = Objects.requireNonNull((Long) rows.value(id, "version"));
    return new Records.Target(rows.type(), id, version);
  }
}
