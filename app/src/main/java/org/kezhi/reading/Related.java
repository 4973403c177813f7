package org.kezhi.reading;

import static org.jooq.impl.DSL.selectOne;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.platform.CommonProblem;
import org.kezhi.record.Filter;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Repository;

/// Tells what points to a record, and offers records to point to.
@Repository
class Related {

  private static final int COUNT_LIMIT = 1_000;
  private static final int MOST_NAMES = 100;

  private final DSLContext db;
  private final RecordQueries records;
  private final ObjectTypes types;
  private final Policy policy;

  Related(DSLContext db, RecordQueries records, ObjectTypes types, Policy policy) {
    this.db = db;
    this.records = records;
    this.types = types;
    this.policy = policy;
  }

  /// How many records of each kind point to this one, in one statement.
  RelatedList counts(Viewer viewer, ObjectType type, UUID id) {
    if (records.find(viewer, type, List.of(id), List.of()).isEmpty()) {
      throw CommonProblem.NOT_FOUND.with();
    }
    var incoming =
        types.pointing(type).stream()
            .filter(
                link -> policy.visibleField(viewer, link.from(), link.field().name()).isPresent())
            .filter(link -> policy.maySee(viewer, link.from()))
            .toList();
    var counts = new ArrayList<Field<Integer>>();
    for (var link : incoming) {
      var source = new Source(link.from(), "t", policy.seen(viewer));
      var column = source.column(link.field());
      Condition here =
          link.field().kind().isMany()
              ? column.coerce(UUID[].class).contains(new UUID[] {id})
              : column.coerce(UUID.class).eq(id);
      var found =
          selectOne()
              .from(source.main())
              .where(here.and(records.visible(viewer, source)))
              .limit(COUNT_LIMIT + 1);
      counts.add(DSL.field(DSL.select(DSL.count()).from(found.asTable("f" + counts.size()))));
    }
    if (counts.isEmpty()) {
      return new RelatedList(List.of());
    }
    var row = db.select(counts).fetchSingle();
    var items = new ArrayList<RelatedCount>();
    for (var i = 0; i < incoming.size(); i++) {
      var counted = row.get(i, Integer.class);
      var link = incoming.get(i);
      items.add(
          new RelatedCount(
              link.from().name(),
              link.field().name(),
              Math.min(counted, COUNT_LIMIT),
              counted <= COUNT_LIMIT));
    }
    return new RelatedList(items);
  }

  /// Records to choose from, by what has been typed so far. Of records that the viewer does not see
  /// but may choose there is nothing but the name.
  OptionList options(Viewer viewer, ObjectType type, @Nullable String text, int limit) {
    return policy.choosesBeyond(viewer, type)
        ? names(viewer, type, text, limit)
        : seen(viewer, type, text, limit);
  }

  private OptionList names(Viewer viewer, ObjectType type, @Nullable String text, int limit) {
    var table = type.table();
    var title = type.titleField().column().coerce(String.class);
    return new OptionList(
        db.select(StandardColumns.id(table), title)
            .from(table)
            .where(StandardColumns.deletedAt(table).isNull())
            .and(policy.choices(viewer, type, table))
            .and(text == null ? DSL.noCondition() : title.containsIgnoreCase(text.strip()))
            .orderBy(title, StandardColumns.id(table))
            .limit(Math.clamp(limit, 1, MOST_NAMES))
            .fetch(row -> new Option(row.value1().toString(), row.value2(), null)));
  }

  private OptionList seen(Viewer viewer, ObjectType type, @Nullable String text, int limit) {
    var title = type.titleField();
    var subtitle =
        type.searched().stream()
            .filter(field -> !field.equals(title))
            .filter(field -> policy.visibleField(viewer, type, field.name()).isPresent())
            .findFirst();
    var columns = new ArrayList<>(List.of(title.name()));
    subtitle.ifPresent(field -> columns.add(field.name()));
    var query = new ListQuery(Filter.ALL, List.of(title.name()), columns, limit, null, text);
    return new OptionList(
        records.list(viewer, type, query).items().stream()
            .map(item ->
                new Option(
                    String.valueOf(item.get("id")),
                    String.valueOf(item.get(title.name())),
                    subtitle
                        .map(field -> item.get(field.name()))
                        .map(Object::toString)
                        .orElse(null)))
            .toList());
  }

  /// The kinds of record that point to one, with their number.
  record RelatedList(List<RelatedCount> items) {}

  /// How many records of one kind point here through one field.
  record RelatedCount(String object, String field, int count, boolean countIsExact) {}

  /// Records to choose from.
  record OptionList(List<Option> items) {}

  /// A record to choose.
  record Option(String id, String title, @Nullable String subtitle) {}
}
