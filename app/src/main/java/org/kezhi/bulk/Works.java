package org.kezhi.bulk;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.FieldAccess;
import org.kezhi.access.Policy;
import org.kezhi.access.Scope;
import org.kezhi.access.Viewer;
import org.kezhi.access.Viewers;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.FieldError;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordField;
import org.kezhi.record.RecordProblem;
import org.kezhi.record.StandardColumns;
import org.kezhi.writing.Drafts;
import org.springframework.stereotype.Component;

/// Turns what somebody wants into what is to be written, with the rights that they have now.
@Component
class Works {

  private final DSLContext db;
  private final Viewers viewers;
  private final ObjectTypes types;
  private final Policy policy;
  private final Drafts drafts;

  Works(DSLContext db, Viewers viewers, ObjectTypes types, Policy policy, Drafts drafts) {
    this.db = db;
    this.viewers = viewers;
    this.types = types;
    this.policy = policy;
    this.drafts = drafts;
  }

  /// The kind of record, for somebody who may do this with at least some of its records.
  ObjectType type(Viewer viewer, String object, BulkAction action) {
    var type =
        types
            .named(object)
            .filter(known -> policy.maySee(viewer, known))
            .orElseThrow(() -> CommonProblem.NOT_FOUND.with());
    if (viewer.rights(object).scope(action.use()) == Scope.NONE) {
      throw CommonProblem.NOT_ALLOWED.with();
    }
    return type;
  }

  /// @param changes the fields with their new values; for a pasted block, the fields alone
  Work of(
      Viewer viewer, ObjectType type, BulkAction action, Map<String, @Nullable Object> changes) {
    var values =
        switch (action) {
          case EDIT -> edited(viewer, type, changes);
          case PASTE -> pasted(viewer, type, changes.keySet());
          case DELETE -> binned(viewer, type);
        };
    return Work.of(viewer, type, action.use(), values);
  }

  /// The work of a run that goes on in the background.
  Work of(BulkRun run) {
    var viewer = viewers.find(run.createdBy()).orElseThrow(() -> CommonProblem.NOT_ALLOWED.with());
    var type = type(viewer, run.object(), run.action());
    return of(viewer, type, run.action(), run.changes());
  }

  /// What puts a run back: those of its columns that are still there. Whoever began it may.
  Work back(BulkRun run, Set<String> columns) {
    var viewer = viewers.find(run.createdBy()).orElseThrow(() -> CommonProblem.NOT_ALLOWED.with());
    var type = types.named(run.object()).orElseThrow(() -> CommonProblem.NOT_FOUND.with());
    var left =
        Stream.concat(type.columns().stream(), type.fields().stream().map(RecordField::column))
            .filter(column -> columns.contains(column.getName()))
            .collect(Collectors.toMap(Field::getName, column -> column, (one, _) -> one))
            .values();
    return Work.of(viewer, type, run.action().use(), Map.of()).with(List.copyOf(left));
  }

  private Map<Field<?>, @Nullable Object> edited(
      Viewer viewer, ObjectType type, Map<String, @Nullable Object> changes) {
    var draft = drafts.read(viewer, type, changes);
    if (!draft.errors().isEmpty()) {
      throw RecordProblem.INVALID_RECORD.in(draft.errors());
    }
    return draft.values();
  }

  private Map<Field<?>, @Nullable Object> pasted(
      Viewer viewer, ObjectType type, Set<String> names) {
    var columns = new LinkedHashMap<Field<?>, @Nullable Object>();
    for (var name : names) {
      var field =
          policy
              .visibleField(viewer, type, name)
              .filter(known -> policy.access(viewer, type, known) == FieldAccess.WRITABLE)
              .orElseThrow(
                  () -> RecordProblem.INVALID_RECORD.in(List.of(FieldError.of(name, "readOnly"))));
      columns.put(field.column(), null);
    }
    return columns;
  }

  /// All that go within one transaction bear its moment, by which they come back together.
  private Map<Field<?>, @Nullable Object> binned(Viewer viewer, ObjectType type) {
    var now = db.select(DSL.currentOffsetDateTime()).fetchSingle().value1();
    var values = new LinkedHashMap<Field<?>, @Nullable Object>();
    values.put(StandardColumns.deletedAt(type.table()), now);
    values.put(StandardColumns.deletedBy(type.table()), viewer.id());
    return values;
  }

  /// Several records cannot have the same value where each needs one of its own.
  void refuseSame(Work work, Map<String, @Nullable Object> changes) {
    var unique = unique(work.type());
    var errors =
        work.type().fields().stream()
            .filter(field -> changes.get(field.name()) != null)
            .filter(field -> unique.contains(field.column().getName()))
            .map(field -> FieldError.of(field.name(), "taken"))
            .toList();
    if (!errors.isEmpty()) {
      throw RecordProblem.INVALID_RECORD.in(errors);
    }
  }

  private Set<String> unique(ObjectType type) {
    return db.fetch(
            """
            select a.attname from pg_index i
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
            where i.indrelid = cast({0} as regclass) and i.indisunique and i.indnkeyatts = 1
            """,
            DSL.val(type.table().getName()))
        .intoSet(0, String.class);
  }

  /// Values that a change names, in the types of their columns.
  static Map<Field<?>, @Nullable Object> typed(Work work, Map<String, @Nullable Object> texts) {
    var values = new LinkedHashMap<Field<?>, @Nullable Object>();
    for (var column : work.columns()) {
      if (texts.containsKey(column.getName())) {
        values.put(
            column, DSL.val(value(texts.get(column.getName())), column.getDataType()).getValue());
      }
    }
    return values;
  }

  private static @Nullable Object value(@Nullable Object text) {
    return text instanceof Collection<?> several ? several.toArray(String[]::new) : text;
  }
}
