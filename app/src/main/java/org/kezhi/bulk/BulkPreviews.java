package org.kezhi.bulk;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Policy;
import org.kezhi.intake.FaultWords;
import org.kezhi.platform.FieldError;
import org.kezhi.reading.RecordQueries;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Repository;

/// Shows what would come of a run, by the statement that the run itself asks.
@Repository
class BulkPreviews {

  private static final int EXAMPLES = 5;
  private static final int PASTED = 200;

  private final DSLContext db;
  private final Verdicts verdicts;
  private final RecordQueries queries;
  private final ObjectTypes types;
  private final Policy policy;
  private final FaultWords words;

  BulkPreviews(
      DSLContext db,
      Verdicts verdicts,
      RecordQueries queries,
      ObjectTypes types,
      Policy policy,
      FaultWords words) {
    this.db = db;
    this.verdicts = verdicts;
    this.queries = queries;
    this.types = types;
    this.policy = policy;
    this.words = words;
  }

  BulkPreview show(Chosen chosen, Locale language) {
    var counts = new HashMap<String, Long>();
    var judged = verdicts.of(chosen.work(), numbered(chosen.items())).asTable("verdict");
    db.select(Verdicts.OUTCOME, count())
        .from(judged)
        .groupBy(Verdicts.OUTCOME)
        .forEach(row -> counts.put(row.value1(), row.value2().longValue()));
    var isDelete = chosen.action() == BulkAction.DELETE;
    return new BulkPreview(
        counts.values().stream().mapToLong(Long::longValue).sum(),
        counts.getOrDefault("changed", 0L),
        counts.getOrDefault("same", 0L),
        counts.getOrDefault("refused", 0L),
        counts.getOrDefault("gone", 0L),
        chosen.rows().stream().mapToLong(row -> row.draft().errors().size()).sum(),
        isDelete ? following(chosen) : List.of(),
        examples(chosen, language));
  }

  private static Select<?> numbered(Select<Record2<UUID, JSONB>> items) {
    return select(DSL.rowNumber().over().as(Verdicts.NUMBER), Verdicts.RECORD, Verdicts.CHANGE)
        .from(items.asTable("chosen", "record_id", "change"));
  }

  private List<BulkPreview.Example> examples(Chosen chosen, Locale language) {
    var isPaste = chosen.action() == BulkAction.PASTE;
    var judged = verdicts.of(chosen.work(), numbered(chosen.items())).asTable("verdict");
    var outcomes =
        db.select(Verdicts.RECORD, Verdicts.OUTCOME)
            .from(judged)
            .where(isPaste ? DSL.noCondition() : Verdicts.OUTCOME.eq(inline("changed")))
            .limit(isPaste ? PASTED : EXAMPLES)
            .fetchMap(Verdicts.RECORD, Verdicts.OUTCOME);
    var type = chosen.work().type();
    var viewer = chosen.work().viewer();
    var fields =
        Stream.concat(Stream.of(type.titleField().name()), chosen.names().stream())
            .distinct()
            .flatMap(name -> policy.visibleField(viewer, type, name).stream())
            .toList();
    var records = new HashMap<Object, Map<String, @Nullable Object>>();
    queries
        .find(viewer, type, outcomes.keySet(), fields)
        .forEach(record -> records.put(String.valueOf(record.get("id")), record));
    var examples = new ArrayList<BulkPreview.Example>();
    if (isPaste) {
      for (var row : chosen.rows().stream().limit(PASTED).toList()) {
        var before = records.getOrDefault(row.id().toString(), Map.of());
        var outcome = outcomes.getOrDefault(row.id(), "gone");
        var errors = told(type, row.draft().errors(), language);
        examples.add(example(type, row.id(), outcome, before, row.shown(), errors));
      }
    } else {
      outcomes.forEach((id, outcome) -> {
        var before = records.getOrDefault(id.toString(), Map.of());
        examples.add(example(type, id, outcome, before, chosen.changes(), List.of()));
      });
    }
    return examples;
  }

  private static BulkPreview.Example example(
      ObjectType type,
      UUID id,
      String outcome,
      Map<String, @Nullable Object> before,
      Map<String, @Nullable Object> after,
      List<BulkPreview.CellError> errors) {
    var from = new HashMap<>(before);
    from.keySet().retainAll(after.keySet());
    var title = before.get(type.titleField().name());
    return new BulkPreview.Example(
        id, title == null ? null : title.toString(), outcome, from, after, errors);
  }

  private List<BulkPreview.CellError> told(
      ObjectType type, List<FieldError> errors, Locale language) {
    return errors.stream()
        .map(error ->
            new BulkPreview.CellError(
                error.field(), error.code(), words.text(type.name(), error, language)))
        .toList();
  }

  /// What follows the records that would go, over however many steps.
  private List<BulkPreview.Following> following(Chosen chosen) {
    var going =
        select(Verdicts.RECORD)
            .from(verdicts.of(chosen.work(), numbered(chosen.items())).asTable("verdict"))
            .where(Verdicts.OUTCOME.eq(inline("changed")));
    var counts = new HashMap<String, Long>();
    follow(chosen.work().type(), going, counts);
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> new BulkPreview.Following(entry.getKey(), entry.getValue()))
        .toList();
  }

  private void follow(ObjectType type, Select<Record1<UUID>> leaders, Map<String, Long> counts) {
    for (var link : types.followers(type)) {
      var table = link.from().table();
      var going =
          select(StandardColumns.id(table))
              .from(table)
              .where(link.column().in(leaders))
              .and(StandardColumns.deletedAt(table).isNull());
      counts.merge(link.from().name(), (long) db.fetchCount(going), Long::sum);
      follow(link.from(), going, counts);
    }
  }

  /// Chosen records by their ids, each with a change of its own or none.
  static Select<Record2<UUID, JSONB>> named(List<UUID> ids) {
    var table = ItemRepository.unnest("named", ids.toArray(UUID[]::new), new String[0]);
    return DSL.selectDistinct(Verdicts.RECORD, DSL.castNull(SQLDataType.JSONB)).from(table);
  }

  static Select<Record2<UUID, JSONB>> listed(Select<Record1<UUID>> ids) {
    return select(DSL.field(DSL.name("listed", "id"), UUID.class), DSL.castNull(SQLDataType.JSONB))
        .from(ids.asTable("listed", "id"));
  }

  static Select<Record2<UUID, JSONB>> pasted(List<PasteReader.PastedRow> rows) {
    var ids = rows.stream().map(PasteReader.PastedRow::id).toArray(UUID[]::new);
    var changes =
        rows.stream().map(row -> Work.json(row.draft().values()).data()).toArray(String[]::new);
    var change = ItemRepository.column("pasted", "change", String.class);
    return select(Verdicts.RECORD, change.cast(SQLDataType.JSONB))
        .from(ItemRepository.unnest("pasted", ids, changes));
  }
}
