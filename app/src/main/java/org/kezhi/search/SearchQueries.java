package org.kezhi.search;

import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Policy;
import org.kezhi.access.Use;
import org.kezhi.access.Viewer;
import org.kezhi.platform.QueryPlanning;
import org.kezhi.record.Aliases;
import org.kezhi.record.FieldKind;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordField;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Repository;

/// Finds records of all kinds that a viewer may see, in one statement.
@Repository
class SearchQueries {

  private static final int EXCERPT = 200;

  private static final Field<String> OBJECT = DSL.field(name("object"), SQLDataType.VARCHAR);
  private static final Field<UUID> ID = DSL.field(name("id"), SQLDataType.UUID);
  private static final Field<String[]> VALUES =
      DSL.field(name("found"), SQLDataType.VARCHAR.array());
  private static final Field<String[]> BESIDE =
      DSL.field(name("beside"), SQLDataType.VARCHAR.array());
  private static final Field<String> PARENT = DSL.field(name("parent"), SQLDataType.VARCHAR);

  private final DSLContext db;
  private final SearchFields fields;
  private final ObjectTypes types;
  private final TableSizes sizes;
  private final Policy policy;
  private final QueryPlanning planning;

  SearchQueries(
      DSLContext db,
      SearchFields fields,
      ObjectTypes types,
      TableSizes sizes,
      Policy policy,
      QueryPlanning planning) {
    this.db = db;
    this.fields = fields;
    this.types = types;
    this.sizes = sizes;
    this.policy = policy;
    this.planning = planning;
  }

  List<Candidate> find(Viewer viewer, List<ObjectType> wanted, SearchTerms terms) {
    Select<Record5<String, UUID, String[], String[], String>> all = null;
    var samples = new ArrayList<CommonTableExpression<?>>();
    for (var type : wanted) {
      var visible = fields.visible(viewer, type);
      if (!visible.isEmpty()) {
        var shortlist =
            new Shortlist(type.name(), terms, fields.tagged(type, visible), reach(viewer, type));
        var ids = sizes.isLarge(type) ? shortlist.large() : shortlist.small();
        samples.addAll(shortlist.samples());
        var one = records(viewer, type, visible, ids);
        all = all == null ? one : all.unionAll(one);
      }
    }
    if (all == null) {
      return List.of();
    }
    var query = db.with(samples).selectFrom(all.asTable("a", names()));
    return planning.byIndex(query::fetch).stream()
        .map(row -> Candidate.of(found(row), terms))
        .sorted(Candidate.BEST_FIRST)
        .toList();
  }

  private static String[] names() {
    return new String[] {
      OBJECT.getName(), ID.getName(), VALUES.getName(), BESIDE.getName(), PARENT.getName()
    };
  }

  private static Candidate.Found found(Record row) {
    return new Candidate.Found(
        row.get(OBJECT),
        row.get(ID),
        Arrays.asList(row.get(VALUES)),
        Arrays.asList(row.get(BESIDE)),
        row.get(PARENT));
  }

  private Shortlist.@Nullable Reach reach(Viewer viewer, ObjectType type) {
    if (policy.seesAll(viewer, type)) {
      return null;
    }
    var table = Aliases.of(type.table(), "r");
    return new Shortlist.Reach(
        table, StandardColumns.id(table), policy.rows(viewer, Use.READ, type, table));
  }

  private Select<Record5<String, UUID, String[], String[], String>> records(
      Viewer viewer, ObjectType type, List<RecordField> visible, Select<Record1<UUID>> ids) {
    var table = Aliases.of(type.table(), "t");
    return select(
            inline(type.name()).as(OBJECT),
            StandardColumns.id(table).as(ID),
            array(visible.stream().map(field -> excerpt(field, table)).toList()).as(VALUES),
            beside(type, StandardColumns.id(table)).as(BESIDE),
            parent(viewer, type, table).as(PARENT))
        .from(table)
        .where(StandardColumns.id(table).in(ids))
        .and(StandardColumns.deletedAt(table).isNull())
        .and(policy.rows(viewer, Use.READ, type, table));
  }

  /// All texts by which a record is found beside its fields.
  private Field<String[]> beside(ObjectType type, Field<UUID> id) {
    Field<String[]> none = DSL.array(new String[0]).cast(SQLDataType.CLOB.array());
    return fields.beside().stream()
        .map(other -> other.each(type.name(), id))
        .reduce(none, (all, next) -> DSL.arrayConcat(all, next));
  }

  private static Field<String> excerpt(RecordField field, Table<?> table) {
    var text = field.on(table).cast(SQLDataType.CLOB);
    return field.kind() == FieldKind.LONG_TEXT ? DSL.left(text, inline(EXCERPT)) : text;
  }

  /// What the record belongs to, if the viewer may see that.
  private Field<String> parent(Viewer viewer, ObjectType type, Table<?> table) {
    for (var reference : type.follows()) {
      var field = type.field(reference);
      var target = types.target(field);
      if (policy.visibleField(viewer, type, field.name()).isPresent()
          && policy.visibleField(viewer, target, target.titleField().name()).isPresent()) {
        var above = Aliases.of(target.table(), "above");
        return DSL.field(
            select(target.titleField().on(above).cast(SQLDataType.CLOB))
                .from(above)
                .where(StandardColumns.id(above).eq(field.on(table).coerce(SQLDataType.UUID)))
                .and(policy.rows(viewer, Use.READ, target, above)));
      }
    }
    return DSL.castNull(SQLDataType.CLOB);
  }
}
