package org.kezhi.reading;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.kezhi.db.Tables.CARD_PLACE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// The cards of one lane in the order in which people have put them: first those that have a place,
/// then the others as the list has them. Each part comes out of its own index.
///
/// @param top the list of those with a place; none behind the last of them
/// @param rest the list of the others, from the cursor on
/// @param after the last card with a place that was shown before
record PlacedCards(String object, @Nullable Listing top, Listing rest, @Nullable Shown after)
    implements Lanes.Part {

  /// No column of a record is called like this.
  private static final String RANK = "rank_of_card";

  private static final Field<BigDecimal> NO_RANK = castNull(SQLDataType.NUMERIC).as(RANK);
  private static final String AMONG_PLACED = "p.";
  private static final String BEHIND_PLACED = "r.";

  /// A card with a place.
  record Shown(BigDecimal rank, UUID id) {}

  /// Whether anybody has put cards of a kind of record anywhere.
  static boolean areThere(DSLContext db, String object) {
    return db.fetchExists(selectOne().from(CARD_PLACE).where(CARD_PLACE.OBJECT.eq(object)));
  }

  /// The place behind which a cursor goes on among those that have one.
  static @Nullable Shown shown(@Nullable String cursor) {
    if (cursor == null || !cursor.startsWith(AMONG_PLACED)) {
      return null;
    }
    var place = Cursor.decode(cursor.substring(AMONG_PLACED.length()));
    if (place == null || place.keys().size() != 1 || place.keys().getFirst() == null) {
      throw Cursor.invalid();
    }
    return new Shown(
        (BigDecimal) Cursor.value(place.keys().getFirst(), CARD_PLACE.RANK), place.id());
  }

  /// Whether a cursor stands behind all that have a place.
  static boolean isBehind(@Nullable String cursor) {
    return cursor != null && !cursor.startsWith(AMONG_PLACED);
  }

  /// The cursor of the others, as their list knows it.
  static @Nullable String inner(@Nullable String cursor) {
    if (cursor == null || cursor.startsWith(AMONG_PLACED)) {
      return null;
    }
    return cursor.startsWith(BEHIND_PLACED) ? cursor.substring(BEHIND_PLACED.length()) : cursor;
  }

  @Override
  public List<Select<Record>> selects(Field<?> lane) {
    var id = idOf(rest);
    var own = CARD_PLACE.OBJECT.eq(object).and(CARD_PLACE.RECORD_ID.eq(id));
    var others = notExists(selectOne().from(CARD_PLACE).where(own));
    var selects = new ArrayList<Select<Record>>();
    if (top != null) {
      selects.add(placed(top, lane));
    }
    selects.add(
        new Listing(
                rest.db(), rest.selection(), rest.order(), rest.where().and(others), rest.limit())
            .select(lane, NO_RANK));
    return selects;
  }

  private Select<Record> placed(Listing list, Field<?> lane) {
    var columns = new LinkedHashSet<Field<?>>(list.selection().columns());
    columns.addAll(list.order().columns());
    columns.add(lane);
    columns.add(CARD_PLACE.RANK.as(RANK));
    return list.db()
        .select(columns)
        .from(list.selection().from())
        .join(CARD_PLACE)
        .on(CARD_PLACE.OBJECT.eq(object).and(CARD_PLACE.RECORD_ID.eq(idOf(list))))
        .where(list.where())
        .and(behind())
        .orderBy(CARD_PLACE.RANK, CARD_PLACE.RECORD_ID)
        .limit(list.limit() + 1);
  }

  private Condition behind() {
    return after == null
        ? noCondition()
        : CARD_PLACE
            .RANK
            .gt(after.rank())
            .or(CARD_PLACE.RANK.eq(after.rank()).and(CARD_PLACE.RECORD_ID.gt(after.id())));
  }

  /// What is shown of the rows of both parts, in this order, and where it goes on.
  @Override
  public RecordPage page(List<Record> rows) {
    var limit = rest.limit();
    var shown = rows.subList(0, Math.min(limit, rows.size()));
    var cursor = rows.size() <= limit ? null : cursor(rows, limit);
    return new RecordPage(shown.stream().map(rest.selection()::json).toList(), cursor);
  }

  private String cursor(List<Record> rows, int limit) {
    var last = rows.get(limit - 1);
    var rank = last.get(RANK, BigDecimal.class);
    if (rank == null) {
      return BEHIND_PLACED + rest.order().cursor(last).encode();
    } else if (rows.get(limit).get(RANK) == null) {
      return BEHIND_PLACED;
    }
    var id = (UUID) last.get(0);
    return AMONG_PLACED + new Cursor(List.of(rank.toPlainString()), id).encode();
  }

  @SuppressWarnings("unchecked") // the id leads every selection
  private static Field<UUID> idOf(Listing list) {
    return (Field<UUID>) list.selection().columns().getFirst();
  }
}
