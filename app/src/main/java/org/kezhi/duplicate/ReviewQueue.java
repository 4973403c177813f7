package org.kezhi.duplicate;

import static org.jooq.impl.DSL.max;
import static org.kezhi.db.Tables.DUPLICATE_PAIR;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Policy;
import org.kezhi.access.Use;
import org.kezhi.access.Viewer;
import org.kezhi.platform.CommonProblem;
import org.kezhi.reading.RecordQueries;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordProblem;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Shows what the scan has found to those who see all of it, and takes their decisions.
@Repository
class ReviewQueue {

  private static final int PAGE = 20;
  private static final int MOST_IN_GROUP = 10;

  private final DSLContext db;
  private final Policy policy;
  private final RecordQueries queries;
  private final PairRepository pairs;

  ReviewQueue(DSLContext db, Policy policy, RecordQueries queries, PairRepository pairs) {
    this.db = db;
    this.policy = policy;
    this.queries = queries;
    this.pairs = pairs;
  }

  /// Groups of records that may be the same, the surest first.
  record DuplicateGroupList(List<DuplicateGroup> items, @Nullable String nextCursor) {}

  /// Records that hang together.
  ///
  /// @param records the records, as far as they fit on the screen
  record DuplicateGroup(
      UUID id,
      int score,
      List<Map<String, @Nullable Object>> records,
      List<DuplicatePairView> pairs) {}

  /// Two of the records.
  record DuplicatePairView(UUID first, UUID second, int score, List<String> reasons) {}

  DuplicateGroupList list(Viewer viewer, ObjectType type, @Nullable String cursor) {
    var score = max(DUPLICATE_PAIR.SCORE);
    var last = Place.of(cursor);
    var clusters =
        db.select(DUPLICATE_PAIR.CLUSTER, score)
            .from(DUPLICATE_PAIR)
            .where(open(viewer, type))
            .groupBy(DUPLICATE_PAIR.CLUSTER)
            .having(
                last.isEmpty()
                    ? DSL.noCondition()
                    : score
                        .lt(last.get().score)
                        .or(
                            score
                                .eq(last.get().score)
                                .and(DUPLICATE_PAIR.CLUSTER.gt(last.get().cluster))))
            .orderBy(score.desc(), DUPLICATE_PAIR.CLUSTER)
            .limit(PAGE + 1)
            .fetch(row -> new Place(row.value2(), row.value1()));
    var shown = clusters.subList(0, Math.min(PAGE, clusters.size()));
    var groups = shown.stream().map(place -> group(viewer, type, place)).toList();
    return new DuplicateGroupList(groups, clusters.size() > PAGE ? shown.getLast().encode() : null);
  }

  /// Where a page ended.
  private record Place(short score, UUID cluster) {

    String encode() {
      return score + "_" + cluster;
    }

    static Optional<Place> of(@Nullable String cursor) {
      if (cursor == null || cursor.isEmpty()) {
        return Optional.empty();
      }
      try {
        var parts = cursor.split("_", 2);
        return Optional.of(new Place(Short.parseShort(parts[0]), UUID.fromString(parts[1])));
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
        throw RecordProblem.INVALID_CURSOR.with();
      }
    }
  }

  private DuplicateGroup group(Viewer viewer, ObjectType type, Place place) {
    var views =
        db.select(
                DUPLICATE_PAIR.FIRST_ID,
                DUPLICATE_PAIR.SECOND_ID,
                DUPLICATE_PAIR.SCORE,
                DUPLICATE_PAIR.REASONS)
            .from(DUPLICATE_PAIR)
            .where(open(viewer, type))
            .and(DUPLICATE_PAIR.CLUSTER.eq(place.cluster))
            .orderBy(DUPLICATE_PAIR.SCORE.desc(), DUPLICATE_PAIR.FIRST_ID)
            .limit(MOST_IN_GROUP)
            .fetch(row ->
                new DuplicatePairView(
                    row.value1(), row.value2(), row.value3(), List.of(row.value4())));
    var ids = new LinkedHashSet<UUID>();
    views.forEach(pair -> {
      ids.add(pair.first());
      ids.add(pair.second());
    });
    var records = new LinkedHashMap<UUID, Map<String, @Nullable Object>>();
    ids.forEach(id -> queries.find(viewer, type, id).ifPresent(found -> records.put(id, found)));
    return new DuplicateGroup(place.cluster, place.score, new ArrayList<>(records.values()), views);
  }

  /// Pairs that nobody has decided about, of records that are there and that the viewer may see.
  private Condition open(Viewer viewer, ObjectType type) {
    var first = type.table().as("first");
    var second = type.table().as("second");
    return DUPLICATE_PAIR
        .OBJECT
        .eq(type.name())
        .and(DUPLICATE_PAIR.DISMISSED_AT.isNull())
        .andExists(
            DSL.selectOne()
                .from(first)
                .where(StandardColumns.id(first).eq(DUPLICATE_PAIR.FIRST_ID))
                .and(within(viewer, Use.READ, type, first)))
        .andExists(
            DSL.selectOne()
                .from(second)
                .where(StandardColumns.id(second).eq(DUPLICATE_PAIR.SECOND_ID))
                .and(within(viewer, Use.READ, type, second)));
  }

  private Condition within(Viewer viewer, Use use, ObjectType type, Table<?> alias) {
    return StandardColumns.deletedAt(alias).isNull().and(policy.rows(viewer, use, type, alias));
  }

  /// Whoever says that records are different must be able to change them.
  @Transactional
  void dismiss(Viewer viewer, ObjectType type, List<UUID> ids) {
    var table = type.table();
    var wanted = StandardColumns.id(table).in(ids);
    var distinct = (int) ids.stream().distinct().count();
    if (db.fetchCount(table, wanted.and(within(viewer, Use.READ, type, table))) < distinct) {
      throw CommonProblem.NOT_FOUND.with();
    } else if (db.fetchCount(table, wanted.and(within(viewer, Use.UPDATE, type, table)))
        < distinct) {
      throw CommonProblem.NOT_ALLOWED.with();
    }
    pairs.dismiss(type, ids, viewer.id());
  }
}
