package org.kezhi.view;

import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;
import static org.kezhi.db.Tables.CARD_PLACE;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// Keeps in which order people have put the cards of a kind of record.
@Repository
class CardPlaceRepository {

  private final DSLContext db;

  CardPlaceRepository(DSLContext db) {
    this.db = db;
  }

  /// One after the other, so that two cards that come to the same place stand below each other.
  void lock(String object) {
    db.execute("select pg_advisory_xact_lock(hashtext('kezhi cards'), hashtext({0}))", val(object));
  }

  Set<UUID> placed(String object, Collection<UUID> records) {
    return db.select(CARD_PLACE.RECORD_ID)
        .from(CARD_PLACE)
        .where(CARD_PLACE.OBJECT.eq(object))
        .and(CARD_PLACE.RECORD_ID.in(records))
        .fetchSet(CARD_PLACE.RECORD_ID);
  }

  @Nullable BigDecimal lastOf(String object, Collection<UUID> records) {
    return db.select(max(CARD_PLACE.RANK))
        .from(CARD_PLACE)
        .where(CARD_PLACE.OBJECT.eq(object))
        .and(CARD_PLACE.RECORD_ID.in(records))
        .fetchOne(0, BigDecimal.class);
  }

  /// The first place behind one, or of all, that is not that of one record.
  @Nullable BigDecimal nextTo(String object, @Nullable BigDecimal rank, UUID record) {
    return db.select(min(CARD_PLACE.RANK))
        .from(CARD_PLACE)
        .where(CARD_PLACE.OBJECT.eq(object))
        .and(CARD_PLACE.RECORD_ID.ne(record))
        .and(rank == null ? trueCondition() : CARD_PLACE.RANK.gt(rank))
        .fetchOne(0, BigDecimal.class);
  }

  void put(String object, List<UUID> records, List<BigDecimal> ranks) {
    var insert =
        db.insertInto(CARD_PLACE, CARD_PLACE.OBJECT, CARD_PLACE.RECORD_ID, CARD_PLACE.RANK);
    for (var i = 0; i < records.size(); i++) {
      insert = insert.values(object, records.get(i), ranks.get(i));
    }
    insert
        .onConflict(CARD_PLACE.OBJECT, CARD_PLACE.RECORD_ID)
        .doUpdate()
        .set(CARD_PLACE.RANK, excluded(CARD_PLACE.RANK))
        .execute();
  }
}
