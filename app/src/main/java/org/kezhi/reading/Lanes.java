package org.kezhi.reading;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectCount;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Viewer;
import org.kezhi.platform.FieldError;
import org.kezhi.platform.QueryPlanning;
import org.kezhi.record.Filter;
import org.kezhi.record.FilterReader;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordProblem;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/// Reads the first records of many groups in one statement, for boards and grouped tables, and what
/// comes next in one of them. Without an order of their own they stand as people have put them.
@Repository
class Lanes {

  private static final int MAX_LANES = 60;
  private static final int MAX_LIMIT = 50;
  private static final int DEFAULT_LIMIT = 20;

  private final DSLContext db;
  private final RecordQueries records;
  private final FilterReader filters;
  private final QueryPlanning planning;

  Lanes(DSLContext db, RecordQueries records, FilterReader filters, QueryPlanning planning) {
    this.db = db;
    this.records = records;
    this.filters = filters;
    this.planning = planning;
  }

  LaneList list(Viewer viewer, ObjectType type, LaneQuery query) {
    var by = records.groupKey(viewer, type, query.by() == null ? "" : query.by());
    var values = values(by, query);
    var pages = values.stream().map(value -> page(by, value, query)).toList();
    if (pages.isEmpty()) {
      return new LaneList(List.of());
    }
    var byHand = pages.getFirst().sort().isEmpty() && PlacedCards.areThere(db, type.name());
    var parts = pages.stream().map(page -> part(viewer, type, page, byHand)).toList();
    var counts = pages.stream().map(page -> records.found(viewer, type, page)).toList();
    return planning.forValues(() -> {
      var rows = firstOfEach(parts);
      var totals = db.select(counts.stream().map(Lanes::counted).toList()).fetchSingle();
      var lanes = new ArrayList<Lane>();
      for (var i = 0; i < values.size(); i++) {
        var page = parts.get(i).page(rows.get(i));
        var total = RecordQueries.total(totals.get(i, Integer.class));
        lanes.add(
            new Lane(
                Selection.plain(values.get(i)),
                total.total(),
                total.totalIsExact(),
                page.items(),
                page.nextCursor()));
      }
      return new LaneList(lanes);
    });
  }

  /// One lane before it is read; its cards in the order of the list, or as people have put them.
  private Part part(Viewer viewer, ObjectType type, ListQuery page, boolean byHand) {
    var cursor = page.cursor();
    var rest = records.listing(viewer, type, page.at(PlacedCards.inner(cursor)));
    if (!byHand) {
      return new ListPart(rest);
    }
    var top = PlacedCards.isBehind(cursor) ? null : records.listing(viewer, type, page.at(null));
    return new PlacedCards(type.name(), top, rest, PlacedCards.shown(cursor));
  }

  private List<@Nullable Object> values(GroupKey by, LaneQuery query) {
    var keys = query.keys();
    if (query.cursor() != null && (keys == null || keys.size() != 1)) {
      throw refused("cursor", "oneLane");
    }
    if (keys == null) {
      return by.all().orElseThrow(() -> refused("keys", "required"));
    } else if (keys.size() > MAX_LANES) {
      throw refused("keys", "tooMany", MAX_LANES);
    }
    return filters.values(keys, by.name());
  }

  private ListQuery page(GroupKey by, @Nullable Object value, LaneQuery query) {
    var limit = query.limit() == null ? DEFAULT_LIMIT : query.limit();
    return new ListQuery(
        new Filter.And(List.of(filters.read(query.filter()), by.filter(value))),
        query.sort() == null ? List.of() : query.sort(),
        query.columns() == null ? List.of() : query.columns(),
        Math.clamp(limit, 1, MAX_LIMIT),
        query.cursor(),
        query.q());
  }

  private List<List<Record>> firstOfEach(List<Part> parts) {
    Select<Record> all = null;
    for (var i = 0; i < parts.size(); i++) {
      for (var select : parts.get(i).selects(inline(i).as("lane"))) {
        all = all == null ? select : all.unionAll(select);
      }
    }
    var rows = new ArrayList<List<Record>>();
    parts.forEach(_ -> rows.add(new ArrayList<>()));
    if (all != null) {
      all.fetch().forEach(row -> rows.get(row.get("lane", Integer.class)).add(row));
    }
    return rows;
  }

  private static Field<Integer> counted(Select<?> found) {
    return field(selectCount().from(found.asTable("found")));
  }

  private static RuntimeException refused(String field, String code, Object... arguments) {
    return RecordProblem.INVALID_COLUMNS.in(List.of(FieldError.of(field, code, arguments)));
  }

  /// Which records in which lanes: those of the keys, or of all values of a choice.
  ///
  /// @param cursor where one lane goes on
  record LaneQuery(
      @Nullable JsonNode filter,
      @Nullable String q,
      @Nullable String by,
      @Nullable List<@Nullable JsonNode> keys,
      @Nullable List<String> sort,
      @Nullable List<String> columns,
      @Nullable Integer limit,
      @Nullable String cursor) {}

  /// What is read of one lane, and what becomes of the rows.
  sealed interface Part permits ListPart, PlacedCards {

    List<Select<Record>> selects(Field<?> lane);

    RecordPage page(List<Record> rows);
  }

  /// A lane whose cards stand as their list has them.
  record ListPart(Listing listing) implements Part {

    @Override
    public List<Select<Record>> selects(Field<?> lane) {
      return List.of(listing.select(lane));
    }

    @Override
    public RecordPage page(List<Record> rows) {
      return listing.page(rows);
    }
  }

  /// The lanes in the order in which they were asked for.
  record LaneList(List<Lane> items) {}

  /// The first records of one lane; the total is exact up to ten thousand.
  record Lane(
      @Nullable Object key,
      int total,
      boolean totalIsExact,
      List<Map<String, @Nullable Object>> records,
      @Nullable String nextCursor) {}
}
