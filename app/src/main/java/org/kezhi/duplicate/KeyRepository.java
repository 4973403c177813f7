package org.kezhi.duplicate;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.val;
import static org.kezhi.db.Tables.MATCH_KEY;
import static org.kezhi.db.Tables.MATCH_KEY_DUE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kezhi.duplicate.Keys.Key;
import org.kezhi.record.Dependents;
import org.kezhi.record.ObjectType;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Repository;

/// Keeps the keys of records.
@Repository
class KeyRepository implements Dependents {

  /// What more records share than these tells nothing about any two of them.
  private static final int MOST_IN_BLOCK = 50;

  private static final int MOST_ALIKE = 200;

  private final DSLContext db;

  KeyRepository(DSLContext db) {
    this.db = db;
  }

  /// Records that have a key in common.
  record Block(Key key, UUID[] records) {}

  /// Writes what differs from what is kept; who has no keys loses those kept.
  void keep(ObjectType type, Collection<UUID> ids, Map<UUID, Set<Key>> wanted) {
    var gone = new Rows();
    var missing = new Rows();
    var kept = kept(ids);
    for (var id : ids) {
      var now = wanted.getOrDefault(id, Set.of());
      var before = kept.getOrDefault(id, Set.of());
      before.stream().filter(key -> !now.contains(key)).forEach(key -> gone.add(id, key));
      now.stream().filter(key -> !before.contains(key)).forEach(key -> missing.add(id, key));
    }
    if (!gone.ids.isEmpty()) {
      db.execute(
          """
          delete from match_key k using unnest({0}, {1}, {2}) as gone (id, kind, value)
          where k.record_id = gone.id and k.kind = gone.kind and k.value = gone.value
          """,
          gone.ids(), gone.kinds(), gone.values());
    }
    if (!missing.ids.isEmpty()) {
      db.execute(
          """
          insert into match_key (object, kind, value, record_id)
          select {3}, kind, value, id from unnest({0}, {1}, {2}) as missing (id, kind, value)
          on conflict do nothing
          """,
          missing.ids(), missing.kinds(), missing.values(), val(type.name()));
    }
  }

  private Map<UUID, Set<Key>> kept(Collection<UUID> ids) {
    var kept = new HashMap<UUID, Set<Key>>();
    db.select(MATCH_KEY.RECORD_ID, MATCH_KEY.KIND, MATCH_KEY.VALUE)
        .from(MATCH_KEY)
        .where(MATCH_KEY.RECORD_ID.eq(any(ids.toArray(UUID[]::new))))
        .forEach(row ->
            kept.computeIfAbsent(row.value1(), _ -> new HashSet<>())
                .add(new Key(row.value2(), row.value3())));
    return kept;
  }

  /// Takes away the keys of records that are no longer there.
  void removeStale(ObjectType type) {
    var id = StandardColumns.id(type.table());
    db.deleteFrom(MATCH_KEY)
        .where(MATCH_KEY.OBJECT.eq(type.name()))
        .andNotExists(
            DSL.selectOne()
                .from(type.table())
                .where(id.eq(MATCH_KEY.RECORD_ID))
                .and(StandardColumns.deletedAt(type.table()).isNull()))
        .execute();
  }

  /// Records with one of these keys.
  List<UUID> alike(ObjectType type, Set<Key> keys) {
    var wanted = new Rows();
    keys.forEach(key -> wanted.add(new UUID(0, 0), key));
    return db.fetch(
            """
            select k.record_id from unnest({0}, {1}) as wanted (kind, value)
              cross join lateral (
                select record_id from match_key
                where object = {2} and kind = wanted.kind and value = wanted.value limit {3}) as k
            group by k.record_id order by count(*) desc limit {3}
            """,
            wanted.kinds(), wanted.values(), val(type.name()), val(MOST_ALIKE))
        .into(UUID.class);
  }

  /// The next blocks of records with a common key, in the order of the keys.
  List<Block> blocksAfter(ObjectType type, @Nullable Key last, int most) {
    var key = DSL.row(MATCH_KEY.KIND, MATCH_KEY.VALUE);
    return db.select(
            MATCH_KEY.KIND,
            MATCH_KEY.VALUE,
            DSL.arrayAgg(MATCH_KEY.RECORD_ID).orderBy(MATCH_KEY.RECORD_ID))
        .from(MATCH_KEY)
        .where(MATCH_KEY.OBJECT.eq(type.name()))
        .and(last == null ? DSL.noCondition() : key.gt(last.kind(), last.value()))
        .groupBy(MATCH_KEY.KIND, MATCH_KEY.VALUE)
        .having(DSL.count().between(2, MOST_IN_BLOCK))
        .orderBy(MATCH_KEY.KIND, MATCH_KEY.VALUE)
        .limit(most)
        .fetch(row -> new Block(new Key(row.value1(), row.value2()), row.value3()));
  }

  void putOff(ObjectType type, List<UUID> ids) {
    db.insertInto(MATCH_KEY_DUE)
        .set(MATCH_KEY_DUE.OBJECT, type.name())
        .set(MATCH_KEY_DUE.RECORD_IDS, ids.toArray(UUID[]::new))
        .execute();
  }

  /// Records that still wait for their keys.
  record Due(String object, List<UUID> ids) {}

  /// Takes the oldest that nobody else has taken.
  Optional<Due> takeDue() {
    var next =
        DSL.select(MATCH_KEY_DUE.ID)
            .from(MATCH_KEY_DUE)
            .orderBy(MATCH_KEY_DUE.ID)
            .limit(1)
            .forUpdate()
            .skipLocked();
    return db.deleteFrom(MATCH_KEY_DUE)
        .where(MATCH_KEY_DUE.ID.in(next))
        .returning(MATCH_KEY_DUE.OBJECT, MATCH_KEY_DUE.RECORD_IDS)
        .fetchOptional(row -> new Due(row.getObject(), List.of(row.getRecordIds())));
  }

  @Override
  public List<Use> of(String object, @Nullable String field) {
    return List.of();
  }

  @Override
  public void forget(DSLContext transaction, String object, @Nullable String field) {
    if (field == null) {
      transaction.deleteFrom(MATCH_KEY).where(MATCH_KEY.OBJECT.eq(object)).execute();
      transaction.deleteFrom(MATCH_KEY_DUE).where(MATCH_KEY_DUE.OBJECT.eq(object)).execute();
    }
  }

  /// Keys of records, as three arrays.
  private static final class Rows {

    private final List<UUID> ids = new ArrayList<>();
    private final List<Key> keys = new ArrayList<>();

    void add(UUID id, Key key) {
      ids.add(id);
      keys.add(Objects.requireNonNull(key));
    }

    Field<UUID[]> ids() {
      return val(ids.toArray(UUID[]::new));
    }

    Field<Short[]> kinds() {
      return val(keys.stream().map(Key::kind).toArray(Short[]::new));
    }

    Field<Long[]> values() {
      return val(keys.stream().map(Key::value).toArray(Long[]::new));
    }
  }
}
