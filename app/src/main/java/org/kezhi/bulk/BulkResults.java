package org.kezhi.bulk;

import static org.jooq.impl.DSL.cardinality;
import static org.jooq.impl.DSL.count;
import static org.kezhi.db.Tables.BULK_ITEM;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Viewer;
import org.kezhi.db.tables.records.BulkItemRecord;
import org.kezhi.intake.FaultWords;
import org.kezhi.platform.FieldError;
import org.kezhi.platform.Labels;
import org.kezhi.reading.FieldLabels;
import org.kezhi.reading.RecordQueries;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordField;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Tells what came of a run.
@Repository
class BulkResults {

  private final DSLContext db;
  private final ObjectTypes types;
  private final RecordQueries queries;
  private final FaultWords words;
  private final FieldLabels fieldLabels;
  private final Labels labels;
  private final JsonMapper json;
  private final Clock clock;

  BulkResults(
      DSLContext db,
      ObjectTypes types,
      RecordQueries queries,
      FaultWords words,
      FieldLabels fieldLabels,
      Labels labels,
      JsonMapper json,
      Clock clock) {
    this.db = db;
    this.types = types;
    this.queries = queries;
    this.words = words;
    this.fieldLabels = fieldLabels;
    this.labels = labels;
    this.json = json;
    this.clock = clock;
  }

  BulkRunView show(BulkRun run) {
    var counts = run.counts() == null ? counts(run.id()) : run.counts();
    var until = BulkRuns.undoUntil(run);
    var canUndo = run.isOver() && run.position() > 0 && until.isAfter(OffsetDateTime.now(clock));
    return new BulkRunView(
        run.id(),
        run.object(),
        run.action(),
        run.changes(),
        run.state(),
        run.items(),
        counts,
        run.jobId(),
        run.undoJobId(),
        run.createdBy(),
        run.createdAt(),
        canUndo && counts.changed() > 0 ? until : null);
  }

  BulkRunView.BulkCounts counts(UUID run) {
    var counts = new HashMap<String, Long>();
    var kept = new long[1];
    var partly = cardinality(BULK_ITEM.KEPT).gt(0).and(BULK_ITEM.OUTCOME.ne("kept"));
    db.select(BULK_ITEM.OUTCOME, count(), count().filterWhere(partly))
        .from(BULK_ITEM)
        .where(BULK_ITEM.RUN_ID.eq(run))
        .and(BULK_ITEM.OUTCOME.isNotNull())
        .groupBy(BULK_ITEM.OUTCOME)
        .forEach(row -> {
          counts.put(row.value1(), row.value2().longValue());
          kept[0] += row.value3();
        });
    return new BulkRunView.BulkCounts(
        counts.getOrDefault("changed", 0L),
        counts.getOrDefault("same", 0L),
        counts.getOrDefault("refused", 0L),
        counts.getOrDefault("gone", 0L),
        counts.getOrDefault("failed", 0L),
        counts.getOrDefault("undone", 0L),
        counts.getOrDefault("kept", 0L) + kept[0]);
  }

  /// The records that were left alone, by their number.
  List<BulkFailure> failures(Viewer viewer, BulkRun run, Locale language, Page page) {
    var type = types.named(run.object()).orElseThrow();
    var found =
        db.selectFrom(BULK_ITEM)
            .where(BULK_ITEM.RUN_ID.eq(run.id()))
            .and(isLeftAlone())
            .and(BULK_ITEM.NUMBER.gt(page.after))
            .orderBy(BULK_ITEM.NUMBER)
            .limit(page.limit)
            .fetch();
    var titles = titles(viewer, type, found.getValues(BULK_ITEM.RECORD_ID));
    return found.map(item ->
        new BulkFailure(
            item.getNumber(),
            item.getRecordId(),
            titles.get(item.getRecordId()),
            item.getKept() != null ? "kept" : item.getOutcome(),
            reason(type, item, language),
            fields(type, item.getKept(), language)));
  }

  private static Condition isLeftAlone() {
    return BULK_ITEM
        .OUTCOME
        .in("refused", "gone", "failed", "kept")
        .or(cardinality(BULK_ITEM.KEPT).gt(0));
  }

  private Map<UUID, String> titles(Viewer viewer, ObjectType type, List<UUID> ids) {
    var titles = new HashMap<UUID, String>();
    var title = type.titleField();
    for (var record : queries.find(viewer, type, ids, List.of(title))) {
      if (record.get("id") instanceof UUID id && record.get(title.name()) != null) {
        titles.put(id, String.valueOf(record.get(title.name())));
      }
    }
    return titles;
  }

  private String reason(ObjectType type, BulkItemRecord item, Locale language) {
    if (item.getError() == null) {
      var outcome = item.getKept() != null ? "kept" : item.getOutcome();
      return labels.text(language, "bulk.outcome." + outcome);
    }
    var error = json.readValue(item.getError().data(), FieldError.class);
    var text = words.text(type.name(), error, language);
    return type.field(error.field())
        .map(field -> fieldLabels.field(type, field, language) + ": " + text)
        .orElse(text);
  }

  private List<String> fields(ObjectType type, String @Nullable [] columns, Locale language) {
    return columns == null
        ? List.of()
        : Arrays.stream(columns)
            .flatMap(column -> type.fields().stream().filter(f -> isIn(f, column)))
            .map(field -> fieldLabels.field(type, field, language))
            .toList();
  }

  private static boolean isIn(RecordField field, String column) {
    return field.isStored() && field.column().getName().equals(column);
  }

  /// A part of the failures.
  ///
  /// @param after the number before the first
  record Page(long after, int limit) {}
}
