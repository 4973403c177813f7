package org.kezhi.reading;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.platform.Problem;
import org.kezhi.record.Aliases;
import org.kezhi.record.FieldValues;
import org.kezhi.record.Filter;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordField;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Repository;

/// Asks filters of records that are being typed: the statement is that of a list, over a row in
/// which what was typed stands above what is stored.
@Repository
public class TypedRecords {

  private final DSLContext db;
  private final Policy policy;
  private final FilterCompiler filters;

  TypedRecords(DSLContext db, Policy policy, FilterCompiler filters) {
    this.db = db;
    this.policy = policy;
    this.filters = filters;
  }

  /// Which of the filters hold, in their order. One on what the viewer may not see, or on a field
  /// that is gone, tells nothing and counts as one that holds.
  public List<Boolean> hold(Viewer viewer, ObjectType type, TypedRecord typed, List<Filter> asked) {
    var row = row(type, typed);
    var answers = asked.stream().map(filter -> holds(viewer, type, row, filter)).toList();
    if (answers.isEmpty()) {
      return List.of();
    }
    var held = db.select(answers).fetchSingle();
    return held.intoList().stream().map(Boolean.class::cast).toList();
  }

  private Field<Boolean> holds(Viewer viewer, ObjectType type, Table<?> row, Filter filter) {
    var source = new Source(type, row, policy.seen(viewer));
    try {
      var condition = filters.compile(viewer, source, filter);
      return field(exists(selectOne().from(source.from()).where(condition)));
    } catch (Problem _) {
      return inline(true);
    }
  }

  private static Table<?> row(ObjectType type, TypedRecord typed) {
    var saved = Aliases.of(type.table(), "saved");
    var columns = new LinkedHashMap<Name, Field<?>>();
    for (var column : type.columns()) {
      var plain = column.getUnqualifiedName();
      columns.put(plain, field(saved.getQualifiedName().append(plain), column.getDataType()));
    }
    var values = typed.values() == null ? Map.<String, @Nullable Object>of() : typed.values();
    values.forEach((name, value) -> {
      var known = type.writable().get(name);
      if (known != null && known.isStored()) {
        columns.put(known.column().getUnqualifiedName(), typed(known, value));
      }
    });
    return select(columns.entrySet().stream().map(e -> e.getValue().as(e.getKey())).toList())
        .from(selectOne().asTable("one"))
        .leftJoin(saved)
        .on(StandardColumns.id(saved).eq(val(typed.id(), SQLDataType.UUID)))
        .asTable(name("t"));
  }

  /// What is half typed is nothing yet.
  private static Field<?> typed(RecordField field, @Nullable Object value) {
    @Nullable Object read;
    try {
      read = FieldValues.read(field, value);
    } catch (FieldValues.NotAValue _) {
      read = null;
    }
    return val(read, field.column()).cast(field.column());
  }
}
