package org.kezhi.search;

import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.kezhi.db.Tables.SEARCH_ENTRY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record4;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.TableLike;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kezhi.access.Policy;
import org.kezhi.access.Use;
import org.kezhi.access.Viewer;
import org.kezhi.record.FieldKind;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordField;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Repository;

/// Finds records of all kinds that a viewer may see, in one statement.
///
/// What very many records match is answered from a sample of one in sixteen, so that no search has
/// to touch hundreds of thousands of records; a sample that yields little leaves it to the whole.
@Repository
class SearchQueries {

  private static final int LIKELY = 40;
  private static final int SAMPLED = 60;
  private static final int WHOLE = 200;
  private static final int EXCERPT = 200;

  private static final Field<String> OBJECT = DSL.field(name("object"), SQLDataType.VARCHAR);
  private static final Field<UUID> ID = DSL.field(name("id"), SQLDataType.UUID);
  private static final Field<String[]> VALUES =
      DSL.field(name("found"), SQLDataType.VARCHAR.array());
  private static final Field<String> PARENT = DSL.field(name("parent"), SQLDataType.VARCHAR);

  private final DSLContext db;
  private final SearchFields fields;
  private final ObjectTypes types;
  private final Policy policy;

  SearchQueries(DSLContext db, SearchFields fields, ObjectTypes types, Policy policy) {
    this.db = db;
    this.fields = fields;
    this.types = types;
    this.policy = policy;
  }

  List<Candidate> find(Viewer viewer, List<ObjectType> wanted, SearchTerms terms) {
    Select<Record4<String, UUID, String[], String>> all = null;
    var samples = new ArrayList<CommonTableExpression<?>>();
    for (var type : wanted) {
      var visible = fields.visible(viewer, type);
      if (!visible.isEmpty()) {
        var one = new OfType(viewer, type, visible, terms, "s" + samples.size());
        samples.add(one.sample());
        all = all == null ? one.all() : all.unionAll(one.all());
      }
    }
    if (all == null) {
      return List.of();
    }
    var found = new LinkedHashMap<UUID, Candidate>();
    for (var row : db.with(samples).selectFrom(all.asTable("a", names())).fetch()) {
      found.computeIfAbsent(row.get(ID), _ -> Candidate.of(found(row), terms));
    }
    return found.values().stream().sorted(Candidate.BEST_FIRST).toList();
  }

  private static String[] names() {
    return new String[] {OBJECT.getName(), ID.getName(), VALUES.getName(), PARENT.getName()};
  }

  private static Candidate.Found found(Record row) {
    return new Candidate.Found(
        row.get(OBJECT), row.get(ID), Arrays.asList(row.get(VALUES)), row.get(PARENT));
  }

  /// The part of the statement that looks for one kind of record.
  private final class OfType {

    private final Viewer viewer;
    private final ObjectType type;
    private final List<RecordField> visible;
    private final Table<?> table;
    private final String sampleName;
    private final Condition anywhere;
    private final Condition likely;

    OfType(
        Viewer viewer,
        ObjectType type,
        List<RecordField> visible,
        SearchTerms terms,
        String sampleName) {
      this.viewer = viewer;
      this.type = type;
      this.visible = visible;
      this.table = type.table().as(name("t"));
      this.sampleName = sampleName;
      var tagged = fields.tagged(type, visible);
      this.anywhere = SearchCondition.matches(terms.anywhere(tagged));
      this.likely = SearchCondition.matches(terms.likely(tagged));
    }

    CommonTableExpression<?> sample() {
      return name(sampleName)
          .fields(names())
          .asMaterialized(rows(DSL.condition(SEARCH_ENTRY.SAMPLE).and(anywhere)).limit(SAMPLED));
    }

    Select<Record4<String, UUID, String[], String>> all() {
      var sampled = DSL.table(name(sampleName));
      var isFew = DSL.field(selectCount().from(sampled)).lt(SAMPLED);
      return part(rows(likely).limit(LIKELY))
          .unionAll(select(OBJECT, ID, VALUES, PARENT).from(sampled))
          .unionAll(part(rows(anywhere.and(isFew)).limit(WHOLE)));
    }

    private Select<Record4<String, UUID, String[], String>> part(
        Select<Record4<String, UUID, String[], String>> limited) {
      return select(OBJECT, ID, VALUES, PARENT).from(limited.asTable("p", names()));
    }

    private SelectConditionStep<Record4<String, UUID, String[], String>> rows(Condition matching) {
      return select(
              inline(type.name()).as(OBJECT),
              StandardColumns.id(table).as(ID),
              array(visible.stream().map(this::excerpt).toList()).as(VALUES),
              parent().as(PARENT))
          .from(SEARCH_ENTRY)
          .join((TableLike<?>) table)
          .on(StandardColumns.id(table).eq(SEARCH_ENTRY.RECORD_ID))
          .where(matching)
          .and(StandardColumns.deletedAt(table).isNull())
          .and(policy.rows(viewer, Use.READ, type, table));
    }

    private Field<String> excerpt(RecordField field) {
      var text = field.on(table).cast(SQLDataType.CLOB);
      return field.kind() == FieldKind.LONG_TEXT ? DSL.left(text, EXCERPT) : text;
    }

    /// What the record belongs to, if the viewer may see that.
    private Field<String> parent() {
      for (var reference : type.follows()) {
        var field = type.field(reference);
        var target = types.target(field);
        if (policy.visibleField(viewer, type, field.name()).isPresent()
            && policy.visibleField(viewer, target, target.titleField().name()).isPresent()) {
          var above = target.table().as(name("above"));
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
}
