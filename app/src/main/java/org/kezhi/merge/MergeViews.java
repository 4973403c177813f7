package org.kezhi.merge;

import static org.kezhi.db.Tables.APP_USER;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.db.tables.records.RecordMergeRecord;
import org.kezhi.merge.MergePreview.MergedBy;
import org.kezhi.merge.RecordMerge.MergedRecord;
import org.kezhi.platform.CommonProblem;
import org.kezhi.reading.RecordQueries;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Repository;

/// Shows merges to those who may see the record that came of them.
@Repository
class MergeViews {

  private final DSLContext db;
  private final MergeLedger ledger;
  private final ObjectTypes types;
  private final Policy policy;
  private final RecordQueries queries;
  private final Clock clock;

  MergeViews(
      DSLContext db,
      MergeLedger ledger,
      ObjectTypes types,
      Policy policy,
      RecordQueries queries,
      Clock clock) {
    this.db = db;
    this.ledger = ledger;
    this.types = types;
    this.policy = policy;
    this.queries = queries;
    this.clock = clock;
  }

  /// Merges by which a record became what it is.
  record RecordMergeList(List<RecordMerge> items) {}

  RecordMergeList list(Viewer viewer, ObjectType type, UUID survivor) {
    if (queries.find(viewer, type, survivor).isEmpty()) {
      throw CommonProblem.NOT_FOUND.with();
    }
    return new RecordMergeList(
        ledger.of(type, survivor).stream().map(merge -> view(viewer, type, merge)).toList());
  }

  RecordMerge of(Viewer viewer, ObjectType type, UUID id) {
    return view(
        viewer, type, ledger.find(id, false).orElseThrow(() -> CommonProblem.NOT_FOUND.with()));
  }

  /// The kind of record that a merge was about, if the viewer may see any of it.
  ObjectType type(Viewer viewer, RecordMergeRecord merge) {
    return types
        .named(merge.getObject())
        .filter(type -> policy.maySee(viewer, type))
        .orElseThrow(() -> CommonProblem.NOT_FOUND.with());
  }

  boolean canBeUndone(RecordMergeRecord merge) {
    return clock.instant().isBefore(end(merge));
  }

  private static Instant end(RecordMergeRecord merge) {
    return merge.getMergedAt().toInstant().plus(Duration.ofDays(Merges.DAYS_TO_UNDO));
  }

  private RecordMerge view(Viewer viewer, ObjectType type, RecordMergeRecord merge) {
    var sources = ledger.sources(merge.getId());
    var titles =
        policy.visibleField(viewer, type, type.titleField().name()).isPresent()
            ? titles(type, sources, merge.getSurvivorId())
            : Map.<UUID, String>of();
    return new RecordMerge(
        merge.getId(),
        type.name(),
        type.path(),
        new MergedRecord(merge.getSurvivorId(), titles.get(merge.getSurvivorId())),
        sources.stream().map(id -> new MergedRecord(id, titles.get(id))).toList(),
        merge.getMergedAt().toInstant().toString(),
        colleague(merge.getMergedBy()),
        end(merge).toString(),
        merge.getUndoneAt() != null ? "undone" : canBeUndone(merge) ? "done" : "final");
  }

  private Map<UUID, String> titles(ObjectType type, List<UUID> sources, UUID survivor) {
    var id = StandardColumns.id(type.table());
    var title = type.titleField().column().cast(String.class);
    return db.select(id, title)
        .from(type.table())
        .where(id.in(sources).or(id.eq(survivor)))
        .and(title.isNotNull())
        .fetchMap(id, title);
  }

  private @Nullable MergedBy colleague(@Nullable UUID id) {
    return id == null
        ? null
        : db.select(APP_USER.ID, APP_USER.DISPLAY_NAME)
            .from(APP_USER)
            .where(APP_USER.ID.eq(id))
            .fetchOne(row -> new MergedBy(row.value1(), row.value2()));
  }
}
