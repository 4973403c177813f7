package org.kezhi.duplicate;

import static org.jooq.impl.DSL.val;
import static org.kezhi.db.Tables.DUPLICATE_PAIR;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kezhi.record.Dependents;
import org.kezhi.record.ObjectType;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Repository;

/// Keeps what the scan has found and what people have decided.
@Repository
class PairRepository implements Dependents {

  private final DSLContext db;

  PairRepository(DSLContext db) {
    this.db = db;
  }

  /// Two records, the one with the smaller id first, as PostgreSQL compares ids.
  record Pair(UUID first, UUID second) {

    static Pair of(UUID one, UUID other) {
      return one.toString().compareTo(other.toString()) < 0
          ? new Pair(one, other)
          : new Pair(other, one);
    }
  }

  OffsetDateTime now() {
    return db.fetchSingle("select clock_timestamp()").get(0, OffsetDateTime.class);
  }

  /// What somebody has decided stays decided.
  void found(ObjectType type, Map<Pair, Likeness> pairs) {
    if (pairs.isEmpty()) {
      return;
    }
    var entries = List.copyOf(pairs.entrySet());
    db.execute(
        """
        insert into duplicate_pair (object, first_id, second_id, score, reasons, cluster)
        select {0}, a, b, score, string_to_array(reasons, ','), a
        from unnest({1}, {2}, {3}, {4}) as found (a, b, score, reasons)
        on conflict (object, first_id, second_id) do update
        set score = excluded.score, reasons = excluded.reasons, found_at = clock_timestamp()
        """,
        val(type.name()),
        val(entries.stream().map(one -> one.getKey().first()).toArray(UUID[]::new)),
        val(entries.stream().map(one -> one.getKey().second()).toArray(UUID[]::new)),
        val(entries.stream().map(one -> (short) one.getValue().score()).toArray(Short[]::new)),
        val(
            entries.stream()
                .map(one -> String.join(",", one.getValue().reasons()))
                .toArray(String[]::new)));
  }

  /// Takes away what was not found again, and what was decided about records that are gone.
  void removeOthers(ObjectType type, OffsetDateTime since) {
    var ofType = DUPLICATE_PAIR.OBJECT.eq(type.name());
    db.deleteFrom(DUPLICATE_PAIR)
        .where(ofType)
        .and(DUPLICATE_PAIR.FOUND_AT.lt(since))
        .and(DUPLICATE_PAIR.DISMISSED_AT.isNull())
        .execute();
    for (var end : List.of(DUPLICATE_PAIR.FIRST_ID, DUPLICATE_PAIR.SECOND_ID)) {
      db.deleteFrom(DUPLICATE_PAIR)
          .where(ofType)
          .andNotExists(
              DSL.selectOne().from(type.table()).where(StandardColumns.id(type.table()).eq(end)))
          .execute();
    }
  }

  List<Pair> open(ObjectType type) {
    return db.select(DUPLICATE_PAIR.FIRST_ID, DUPLICATE_PAIR.SECOND_ID)
        .from(DUPLICATE_PAIR)
        .where(DUPLICATE_PAIR.OBJECT.eq(type.name()))
        .and(DUPLICATE_PAIR.DISMISSED_AT.isNull())
        .fetch(row -> new Pair(row.value1(), row.value2()));
  }

  /// @param clusters by the first record of a pair, what hangs together with it
  void cluster(ObjectType type, Map<UUID, UUID> clusters) {
    var entries = List.copyOf(clusters.entrySet());
    db.execute(
        """
        update duplicate_pair p set cluster = c.cluster
        from unnest({1}, {2}) as c (id, cluster)
        where p.object = {0} and p.first_id = c.id and p.cluster <> c.cluster
        """,
        val(type.name()),
        val(entries.stream().map(Map.Entry::getKey).toArray(UUID[]::new)),
        val(entries.stream().map(Map.Entry::getValue).toArray(UUID[]::new)));
  }

  /// Remembers that all of these are different.
  void dismiss(ObjectType type, Collection<UUID> ids, UUID actor) {
    db.execute(
        """
        insert into duplicate_pair
          (object, first_id, second_id, score, reasons, cluster, dismissed_at, dismissed_by)
        select {0}, a, b, 0, array[]::text[], a, now(), {2}
        from unnest({1}) as a, unnest({1}) as b where a < b
        on conflict (object, first_id, second_id) do update
        set dismissed_at = now(), dismissed_by = excluded.dismissed_by
        """,
        val(type.name()), val(ids.toArray(UUID[]::new)), val(actor));
  }

  @Override
  public List<Use> of(String object, @Nullable String field) {
    return List.of();
  }

  @Override
  public void forget(DSLContext transaction, String object, @Nullable String field) {
    if (field == null) {
      transaction.deleteFrom(DUPLICATE_PAIR).where(DUPLICATE_PAIR.OBJECT.eq(object)).execute();
    }
  }
}
