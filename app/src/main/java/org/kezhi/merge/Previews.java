package org.kezhi.merge;

import static org.kezhi.db.Tables.APP_USER;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.FieldAccess;
import org.kezhi.access.Policy;
import org.kezhi.access.Use;
import org.kezhi.access.Viewer;
import org.kezhi.merge.Contenders.Rows;
import org.kezhi.merge.FieldChoices.Choice;
import org.kezhi.merge.MergePreview.MergeMove;
import org.kezhi.merge.MergePreview.MergedBy;
import org.kezhi.merge.MergePreview.MergedField;
import org.kezhi.merge.MergePreview.MergedValue;
import org.kezhi.merge.Moves.Wish;
import org.kezhi.platform.CommonProblem;
import org.kezhi.reading.RecordQueries;
import org.kezhi.record.ObjectType;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Repository;

/// Says what a merge would come to, as the viewer may see it.
@Repository
class Previews {

  private final DSLContext db;
  private final Policy policy;
  private final RecordQueries queries;
  private final Moves moves;

  Previews(DSLContext db, Policy policy, RecordQueries queries, Moves moves) {
    this.db = db;
    this.policy = policy;
    this.queries = queries;
    this.moves = moves;
  }

  /// What moves, in the words of the preview.
  record Moving(List<MergeMove> moves, long others, long staying) {}

  MergePreview of(Viewer viewer, Rows rows, List<Choice> choices, Moving moving) {
    var records = new LinkedHashMap<UUID, Map<String, @Nullable Object>>();
    for (var id : rows.ids()) {
      records.put(
          id,
          queries.find(viewer, rows.type(), id).orElseThrow(() -> CommonProblem.NOT_FOUND.with()));
    }
    var stamps = stamps(rows);
    var fields = new ArrayList<MergedField>();
    var result = new LinkedHashMap<String, @Nullable Object>();
    for (var choice : choices) {
      var access = policy.access(viewer, rows.type(), choice.field());
      if (access != FieldAccess.HIDDEN) {
        fields.add(field(rows, choice, access == FieldAccess.WRITABLE, stamps));
        var chosen = choice.chosen() == null ? null : records.get(choice.chosen());
        result.put(
            choice.field().name(), chosen == null ? null : chosen.get(choice.field().name()));
      }
    }
    return new MergePreview(
        rows.survivor(),
        List.copyOf(records.values()),
        fields,
        result,
        moving.moves,
        moving.others,
        moving.staying);
  }

  /// Counts what moves; kinds and records that the viewer may not see are only counted along.
  Moving moving(Viewer viewer, List<Reference> references, Wish wish) {
    var shown = new ArrayList<MergeMove>();
    long others = 0;
    long staying = 0;
    for (var reference : references) {
      var count = moves.count(reference, wish, null);
      var seen = count.moving() == 0 ? null : seen(viewer, reference, wish);
      if (seen != null && seen.count() > 0) {
        shown.add(seen);
      }
      others += count.moving() - (seen == null ? 0 : seen.count());
      staying += count.staying();
    }
    return new Moving(shown, others, staying);
  }

  private @Nullable MergeMove seen(Viewer viewer, Reference reference, Wish wish) {
    var from = reference.from();
    var field = from == null ? null : fieldOf(from, reference.columnName());
    if (from == null
        || field == null
        || !policy.maySee(viewer, from)
        || policy.visibleField(viewer, from, field).isEmpty()) {
      return null;
    }
    var table = from.table();
    var visible =
        DSL.field(DSL.name("row_id"), UUID.class)
            .in(
                DSL.select(StandardColumns.id(table))
                    .from(table)
                    .where(StandardColumns.deletedAt(table).isNull())
                    .and(policy.rows(viewer, Use.READ, from, table)));
    return new MergeMove(from.name(), field, moves.count(reference, wish, visible).moving());
  }

  private static @Nullable String fieldOf(ObjectType type, String column) {
    return type.fields().stream()
        .filter(field -> field.isStored() && field.column().getName().equals(column))
        .findFirst()
        .map(field -> field.name())
        .orElse(null);
  }

  private static MergedField field(Rows rows, Choice choice, boolean writable, Stamps stamps) {
    var column = choice.field().column().getName();
    return new MergedField(
        choice.field().name(),
        choice.chosen(),
        choice.differs(),
        writable,
        choice.leader() == null ? null : choice.leader().name(),
        rows.ids().stream().map(id -> stamps.of(id, column)).toList());
  }

  private record Cell(UUID record, String column) {}

  /// Who wrote what last.
  private record Stamps(Map<Cell, MergedValue> changed, Map<UUID, MergedValue> created) {

    MergedValue of(UUID id, String column) {
      var later = changed.get(new Cell(id, column));
      return later == null ? Objects.requireNonNull(created.get(id)) : later;
    }
  }

  private Stamps stamps(Rows rows) {
    var changed = new HashMap<Cell, MergedValue>();
    db.fetch(
            """
            select distinct on (a.record_id, column_name)
              a.record_id, column_name, a.at, a.actor, u.display_name
            from audit_entry a cross join lateral jsonb_object_keys(a.changes) as column_name
              left join app_user u on u.id = a.actor
            where a.record_id = any ({0}) and a.object = {1} and jsonb_typeof(a.changes) = 'object'
            order by a.record_id, column_name, a.id desc
            """,
            DSL.val(rows.ids().toArray(UUID[]::new)), DSL.val(rows.type().name()))
        .forEach(row -> {
          var id = row.get(0, UUID.class);
          var stamp =
              stamp(
                  id,
                  row.get(2, OffsetDateTime.class),
                  row.get(3, UUID.class),
                  row.get(4, String.class));
          changed.put(new Cell(id, row.get(1, String.class)), stamp);
        });
    return new Stamps(changed, created(rows));
  }

  private Map<UUID, MergedValue> created(Rows rows) {
    var created = new HashMap<UUID, MergedValue>();
    for (var id : rows.ids()) {
      var by = (UUID) rows.value(id, "created_by");
      var name =
          by == null
              ? null
              : db.select(APP_USER.DISPLAY_NAME)
                  .from(APP_USER)
                  .where(APP_USER.ID.eq(by))
                  .fetchOne(APP_USER.DISPLAY_NAME);
      var at = Objects.requireNonNull((OffsetDateTime) rows.value(id, "created_at"));
      created.put(id, stamp(id, at, by, name));
    }
    return created;
  }

  private static MergedValue stamp(
      UUID record, OffsetDateTime at, @Nullable UUID by, @Nullable String name) {
    return new MergedValue(
        record,
        at.toInstant().toString(),
        by == null || name == null ? null : new MergedBy(by, name));
  }
}
