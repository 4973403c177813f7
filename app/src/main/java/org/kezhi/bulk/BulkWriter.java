package org.kezhi.bulk;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kezhi.audit.AuditContext;
import org.kezhi.platform.FieldError;
import org.kezhi.record.Circles;
import org.kezhi.record.RecordsChanged;
import org.kezhi.record.StandardColumns;
import org.kezhi.writing.Draft;
import org.kezhi.writing.Drafts;
import org.kezhi.writing.RecycledFollowers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Writes one range of a run, within the transaction of its caller.
@Component
class BulkWriter {

  private static final TypeReference<Map<String, @Nullable Object>> TEXTS =
      new TypeReference<>() {};

  private final DSLContext db;
  private final BulkRepository runs;
  private final ItemRepository items;
  private final Works works;
  private final Drafts drafts;
  private final RecycledFollowers followers;
  private final AuditContext audit;
  private final JsonMapper json;
  private final ApplicationEventPublisher events;

  BulkWriter(
      DSLContext db,
      BulkRepository runs,
      ItemRepository items,
      Works works,
      Drafts drafts,
      RecycledFollowers followers,
      AuditContext audit,
      JsonMapper json,
      ApplicationEventPublisher events) {
    this.db = db;
    this.runs = runs;
    this.items = items;
    this.works = works;
    this.drafts = drafts;
    this.followers = followers;
    this.audit = audit;
    this.json = json;
    this.events = events;
  }

  void write(BulkRun run, Work.Range range) {
    runs.hold(run.id(), range.from(), false);
    audit.begin(run.createdBy(), run.channel(), run.id());
    var work = works.of(run);
    items.lock(work, range);
    if (drafts.areRuled(work.type()) && run.action() != BulkAction.DELETE) {
      work = ruled(work, range);
    }
    items.judge(work, range);
    var changed = items.write(work, range);
    if (!changed.isEmpty()) {
      refuseCircle(work, changed);
      if (run.action() == BulkAction.DELETE) {
        followers.delete(run.createdBy(), work.type(), changed);
      }
      events.publishEvent(new RecordsChanged(work.type(), changed));
    }
    runs.move(run.id(), range.to());
  }

  /// Asks the rules of the module what follows for each record.
  private Work ruled(Work work, Work.Range range) {
    var rows = new LinkedHashMap<UUID, Map<Field<?>, @Nullable Object>>();
    items
        .changes(range)
        .forEach((id, own) -> {
          var change = own == null ? work.change() : own;
          rows.put(id, Works.typed(work, json.readValue(change.data(), TEXTS)));
        });
    var columns = new LinkedHashSet<Field<?>>(work.columns());
    var changes = new LinkedHashMap<UUID, JSONB>();
    for (var draft : drafts.applyRules(work.type(), rows)) {
      if (draft.errors().isEmpty()) {
        columns.addAll(draft.values().keySet());
        changes.put(draft.id(), Work.json(draft.values()));
      } else {
        refuse(range, draft);
      }
    }
    items.change(range, changes);
    return work.with(List.copyOf(columns));
  }

  private void refuse(Work.Range range, Draft draft) {
    items.leave(range, List.of(draft.id()), "failed", draft.errors().getFirst());
  }

  private void refuseCircle(Work work, List<UUID> changed) {
    var parent = work.type().hierarchy().filter(work.columns()::contains);
    if (parent.isPresent()) {
      var id = StandardColumns.id(work.type().table());
      var written =
          DSL.select(id)
              .from(work.type().table())
              .where(id.eq(DSL.any(changed.toArray(UUID[]::new))));
      if (db.fetchExists(Circles.among(work.type(), parent.get(), written))) {
        throw new ItemRefused(FieldError.of(work.type().field(parent.get()).name(), "circle"));
      }
    }
  }

  /// A record that cannot be written as the run wants it.
  void skip(BulkRun run, Work.Range range, FieldError error) {
    runs.hold(run.id(), range.from(), false);
    items.leave(range, items.changes(range).keySet(), "failed", error);
    runs.move(run.id(), range.to());
  }

  void writeBack(BulkRun run, Work.Range range) {
    runs.hold(run.id(), range.to(), true);
    audit.begin(run.createdBy(), run.channel(), run.id());
    var work = works.back(run, items.columns(range));
    items.lock(work, range);
    items.judgeBack(work, range);
    if (run.action() == BulkAction.DELETE) {
      keepWithoutLeader(work, range);
    }
    var binned = items.written(range, "undone", "deleted_at");
    var restored = items.writeBack(work, range);
    if (!restored.isEmpty()) {
      if (run.action() == BulkAction.DELETE) {
        restoreFollowers(work, binned);
      }
      events.publishEvent(new RecordsChanged(work.type(), restored));
    }
    runs.move(run.id(), range.from());
  }

  private void keepWithoutLeader(Work work, Work.Range range) {
    var ids = List.copyOf(items.written(range, "undone", "deleted_at").keySet());
    var bound = followers.withoutLeader(work.type(), ids);
    if (!bound.isEmpty()) {
      items.leave(range, bound, "kept", FieldError.of("", "leaderDeleted"));
    }
  }

  private void restoreFollowers(Work work, Map<UUID, String> binned) {
    binned.entrySet().stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getValue,
                Collectors.mapping(Map.Entry::getKey, Collectors.toCollection(ArrayList::new))))
        .forEach((at, ids) -> followers.restore(work.type(), ids, OffsetDateTime.parse(at)));
  }

  /// A record that cannot be put back.
  void keep(BulkRun run, Work.Range range, FieldError error) {
    runs.hold(run.id(), range.to(), true);
    items.leave(range, items.written(range, ItemRepository.CHANGED, "").keySet(), "kept", error);
    runs.move(run.id(), range.from());
  }
}
