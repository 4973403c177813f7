package org.kezhi.reading;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Policy;
import org.kezhi.access.Use;
import org.kezhi.access.Viewer;
import org.kezhi.platform.FieldError;
import org.kezhi.platform.Problem;
import org.kezhi.platform.ProblemType;
import org.kezhi.platform.QueryPlanning;
import org.kezhi.platform.Settings;
import org.kezhi.record.Aliases;
import org.kezhi.record.FieldKind;
import org.kezhi.record.Filter;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordField;
import org.kezhi.record.RecordProblem;
import org.kezhi.record.StandardColumns;
import org.kezhi.search.SearchCondition;
import org.springframework.stereotype.Repository;

/// Reads records of any kind as the viewer may see them, each list in one statement.
@Repository
public class RecordQueries {

  private static final int COUNT_LIMIT = 10_000;
  private static final int MAX_SORT_KEYS = 3;

  private final DSLContext db;
  private final Policy policy;
  private final ObjectTypes types;
  private final FilterCompiler filters;
  private final SearchCondition search;
  private final Settings settings;
  private final QueryPlanning planning;

  RecordQueries(
      DSLContext db,
      Policy policy,
      ObjectTypes types,
      FilterCompiler filters,
      SearchCondition search,
      Settings settings,
      QueryPlanning planning) {
    this.db = db;
    this.policy = policy;
    this.types = types;
    this.filters = filters;
    this.search = search;
    this.settings = settings;
    this.planning = planning;
  }

  public RecordPage list(Viewer viewer, ObjectType type, ListQuery query) {
    var listing = listing(viewer, type, query);
    return listing.page(planning.forValues(listing.select()::fetch));
  }

  /// How one page of a list is read.
  Listing listing(Viewer viewer, ObjectType type, ListQuery query) {
    var source = source(viewer, type);
    var keys = sortKeys(viewer, type, query.sort());
    source.leadBy(keys.stream().limit(1).map(Ordering.SortKey::field));
    var order = new Ordering(source, keys);
    var selection = selection(viewer, source, columns(viewer, type, query.columns()));
    var where = matching(viewer, source, query).and(order.after(Cursor.decode(query.cursor())));
    return new Listing(db, selection, order, where, query.limit());
  }

  /// Refuses what a list would refuse, without asking the database.
  public void check(Viewer viewer, ObjectType type, ListQuery query) {
    sortKeys(viewer, type, query.sort());
    columns(viewer, type, query.columns());
    filters.compile(viewer, source(viewer, type), query.filter());
  }

  /// Refuses what groups would refuse, without asking the database.
  public void checkGroups(Viewer viewer, ObjectType type, List<String> by, List<String> measures) {
    by.forEach(name -> groupKey(viewer, type, name));
    measures.forEach(name -> measure(viewer, type, name));
  }

  /// How many records match, exact up to ten thousand.
  public RecordCount count(Viewer viewer, ObjectType type, ListQuery query) {
    var found = found(viewer, type, query);
    return total(planning.forValues(() -> db.fetchCount(found)));
  }

  /// One row for each record that matches, as far as records are counted.
  Select<?> found(Viewer viewer, ObjectType type, ListQuery query) {
    var source = source(viewer, type);
    source.leadBy(FilterCompiler.fields(type, query.filter()));
    var where = matching(viewer, source, query);
    return selectOne().from(source.from()).where(where).limit(COUNT_LIMIT + 1);
  }

  /// The ids of all records that match, in no particular order.
  public Select<Record1<UUID>> ids(
      Viewer viewer, ObjectType type, Filter filter, @Nullable String text) {
    var source = source(viewer, type);
    var where = matching(viewer, source, ListQuery.of(filter, text));
    return select(source.id()).from(source.from()).where(where);
  }

  static RecordCount total(int found) {
    return new RecordCount(Math.min(found, COUNT_LIMIT), found <= COUNT_LIMIT);
  }

  public Optional<Map<String, @Nullable Object>> find(Viewer viewer, ObjectType type, UUID id) {
    return find(viewer, type, List.of(id), policy.visibleFields(viewer, type)).stream().findFirst();
  }

  /// The records with these ids that the viewer may see, in no particular order.
  public List<Map<String, @Nullable Object>> find(
      Viewer viewer, ObjectType type, Collection<UUID> ids, List<RecordField> fields) {
    var source = source(viewer, type);
    var selection = selection(viewer, source, fields);
    var where = visible(viewer, source).and(source.id().in(ids));
    return db.select(selection.columns())
        .from(selection.from())
        .where(where)
        .fetch(selection::json);
  }

  /// What the viewer may see of a kind of record, the recycle bin left out.
  Condition visible(Viewer viewer, Source source) {
    var table = source.guarded();
    return StandardColumns.deletedAt(table)
        .isNull()
        .and(policy.rows(viewer, Use.READ, source.type(), table));
  }

  Condition matching(Viewer viewer, Source source, ListQuery query) {
    var text = query.text();
    var found =
        text == null || text.isBlank()
            ? noCondition()
            : search.matching(viewer, source.type(), source.main(), text);
    return visible(viewer, source).and(filters.compile(viewer, source, query.filter())).and(found);
  }

  Selection selection(Viewer viewer, Source source, List<RecordField> fields) {
    var selection = new Selection(source, settings.baseCurrency());
    for (var field : fields) {
      if (field.kind() == FieldKind.REFERENCE) {
        var target = types.target(field);
        selection.add(
            field, target.titleField().column(), alias -> policy.names(viewer, target, alias));
      } else if (field.kind() == FieldKind.REFERENCES) {
        selection.add(field, titled(viewer, source, field));
      } else {
        selection.add(field);
      }
    }
    return selection;
  }

  /// The records that a field points to, as far as the viewer may see them, in the order in which
  /// they were given.
  private Field<?> titled(Viewer viewer, Source source, RecordField field) {
    var target = types.target(field);
    var alias = Aliases.of(target.table(), "named");
    var ids = source.column(field).coerce(UUID[].class);
    return multiset(
            select(StandardColumns.id(alias), titleOf(target, alias))
                .from(alias)
                .where(StandardColumns.id(alias).eq(any(ids)))
                .and(StandardColumns.deletedAt(alias).isNull())
                .and(policy.names(viewer, target, alias))
                .orderBy(
                    DSL.function("array_position", Integer.class, ids, StandardColumns.id(alias))))
        .convertFrom(rows -> rows.map(row -> Selection.reference(row.value1(), row.value2())));
  }

  /// The name of the record with an id that a reference has, in a statement of its own.
  Field<String> title(Viewer viewer, RecordField reference, Field<UUID> id) {
    var target = types.target(reference);
    var alias = Aliases.of(target.table(), "named");
    return DSL.field(
        select(titleOf(target, alias))
            .from(alias)
            .where(StandardColumns.id(alias).eq(id))
            .and(policy.names(viewer, target, alias)));
  }

  private static Field<String> titleOf(ObjectType target, Table<?> alias) {
    return DSL.field(
        alias.getQualifiedName().append(target.titleField().column().getName()), String.class);
  }

  /// A field to group by, as its name says it, such as `city` or `orderedAt:month`.
  GroupKey groupKey(Viewer viewer, ObjectType type, String name) {
    var field = GroupKey.fieldName(name);
    return GroupKey.of(name, known(viewer, type, field, RecordProblem.INVALID_COLUMNS));
  }

  /// What to tell of many records, such as `sum:amount`.
  Measure measure(Viewer viewer, ObjectType type, String name) {
    var field = known(viewer, type, Measure.fieldOf(name), RecordProblem.INVALID_COLUMNS);
    return Measure.of(Measure.kindOf(name), field);
  }

  List<RecordField> columns(Viewer viewer, ObjectType type, List<String> names) {
    if (names.isEmpty()) {
      return type.defaultColumns().stream()
          .flatMap(name -> policy.visibleField(viewer, type, name).stream())
          .toList();
    }
    return names.stream()
        .distinct()
        .filter(name -> !"id".equals(name) && !"version".equals(name))
        .map(name -> known(viewer, type, name, RecordProblem.INVALID_COLUMNS))
        .toList();
  }

  private List<Ordering.SortKey> sortKeys(Viewer viewer, ObjectType type, List<String> wanted) {
    var keys = new ArrayList<Ordering.SortKey>();
    for (var key : wanted.isEmpty() ? List.of(policy.defaultSort(viewer, type)) : wanted) {
      var descending = key.startsWith("-");
      var name = descending ? key.substring(1) : key;
      var field = known(viewer, type, name, RecordProblem.INVALID_SORT);
      if (!field.kind().isSortable() || keys.size() == MAX_SORT_KEYS) {
        throw RecordProblem.INVALID_SORT.in(List.of(FieldError.of(name, "notSortable")));
      }
      keys.add(Ordering.SortKey.of(type, field, descending));
    }
    return keys;
  }

  private RecordField known(Viewer viewer, ObjectType type, String name, ProblemType problem) {
    return policy.visibleField(viewer, type, name).orElseThrow(() -> unknown(problem, name));
  }

  /// The table of a kind of record as the viewer may see it.
  Source source(Viewer viewer, ObjectType type) {
    return new Source(type, "t", policy.seen(viewer));
  }

  private static Problem unknown(ProblemType problem, String name) {
    return problem.in(List.of(FieldError.of(name, "unknownField")));
  }

  /// A number of records, and whether it is the exact one.
  public record RecordCount(int total, boolean totalIsExact) {}
}
