package org.kezhi.merge;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.QueryPart;
import org.jooq.SQL;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// Moves the rows that refer to records from one to another, a table at a time, and writes down
/// which. Names come from the database's catalogue and are quoted by jOOQ.
@Repository
class Moves {

  private static final Field<UUID> FROM = DSL.field(name("moved", "from_id"), SQLDataType.UUID);

  private final DSLContext db;

  Moves(DSLContext db) {
    this.db = db;
  }

  /// Which records become which.
  record Wish(UUID merge, String object, UUID survivor, List<UUID> merged) {

    UUID[] all() {
      return Stream.concat(Stream.of(survivor), merged.stream()).toArray(UUID[]::new);
    }

    UUID[] going() {
      return merged.toArray(UUID[]::new);
    }
  }

  /// How many rows move and how many stay.
  record Count(long moving, long staying) {}

  /// @param where of which rows, by the ids of those that are records; none for all
  Count count(Reference reference, Wish wish, @Nullable Condition where) {
    return db.fetchSingle(
            "select count(*) filter (where not stays), count(*) filter (where stays) from {0} where {1}",
            rows(reference, wish), where == null ? DSL.trueCondition() : where)
        .map(row -> new Count(row.get(0, Long.class), row.get(1, Long.class)));
  }

  /// Writes down what moves, and moves it; the ids of those that are records are returned.
  List<UUID> move(Reference reference, Wish wish, UUID actor) {
    var written =
        db.execute(
            """
            insert into record_merge_move
              (merge_id, table_name, column_name, from_id, keys, moved, stayed)
            select {0}, {1}, {2}, from_id,
              coalesce(jsonb_agg(row_key) filter (where not stays), '[]'),
              count(*) filter (where not stays), count(*) filter (where stays)
            from {3} group by from_id
            """,
            val(wish.merge),
            val(reference.tableName()),
            val(reference.columnName()),
            rows(reference, wish));
    return written == 0
        ? List.of()
        : redirect(reference, wish, new Redirection(FROM, val(wish.survivor), actor));
  }

  /// Gives the rows back that are still where a merge has put them.
  List<UUID> giveBack(Reference reference, Wish wish, UUID actor) {
    return redirect(reference, wish, new Redirection(val(wish.survivor), FROM, actor));
  }

  /// How many rows are no longer where a merge has put them, and the ids of some that are records.
  Kept kept(Reference reference, Wish wish, int most) {
    var rows =
        DSL.sql(
            """
            (select moved.key from {0} where not exists (
              select from {1} as t where {2} and t.{3} = {4})) as kept (key)\
            """,
            moved(reference, wish),
            reference.table(),
            sameRow(reference),
            reference.column(),
            val(wish.survivor));
    var count = db.fetchSingle("select count(*) from {0}", rows).get(0, Long.class);
    var ids =
        reference.from() == null || count == 0
            ? List.<UUID>of()
            : db.fetch("select (key ->> 0)::uuid from {0} limit {1}", rows, val(most))
                .into(UUID.class);
    return new Kept(count, ids);
  }

  /// See [#kept].
  record Kept(long count, List<UUID> ids) {}

  private record Redirection(Field<UUID> from, Field<UUID> to, UUID actor) {}

  private List<UUID> redirect(Reference reference, Wish wish, Redirection way) {
    var isRecord = reference.from() != null;
    var stamps =
        isRecord
            ? DSL.sql(
                ", version = t.version + 1, updated_at = now(), updated_by = {0}", val(way.actor))
            : DSL.sql("");
    var update =
        DSL.sql(
            "update {0} as t set {1} = {2}{3} from {4} where {5} and t.{1} = {6}",
            reference.table(),
            reference.column(),
            way.to,
            stamps,
            moved(reference, wish),
            sameRow(reference),
            way.from);
    if (!isRecord) {
      db.execute(update);
      return List.of();
    }
    return db.fetch("{0} returning t.id", update).into(UUID.class);
  }

  /// The rows that refer to the records that go: from which, by what key, and whether they stay
  /// there because the one that stays has their like.
  private static SQL rows(Reference reference, Wish wish) {
    var isAlone = reference.uniques().isEmpty();
    return DSL.sql(
        """
        (select found.* from (
          select {0} as from_id, {1} as row_key, {2} as stays, {3} as row_id
          from {4} where {0} = any ({5}) and {6}) as found
        where from_id = any ({7})) as rows\
        """,
        reference.column(),
        key(reference),
        stays(reference, wish),
        reference.from() == null ? DSL.castNull(SQLDataType.UUID) : name("id"),
        reference.table(),
        val(isAlone ? wish.going() : wish.all()),
        meant(reference, wish),
        val(wish.going()));
  }

  private static QueryPart key(Reference reference) {
    var texts = reference.keys().stream().map(key -> key.column().cast(SQLDataType.CLOB)).toList();
    return DSL.function("jsonb_build_array", JSONB.class, texts.toArray(Field[]::new));
  }

  /// Of rows that would be alike, the one that is with the record that stays comes first; the
  /// others stay where they are.
  private static Condition stays(Reference reference, Wish wish) {
    return reference.uniques().stream()
        .map(unique -> isAfterItsLike(reference, unique, wish))
        .reduce(DSL.falseCondition(), Condition::or);
  }

  private static Condition isAfterItsLike(Reference reference, Reference.Unique unique, Wish wish) {
    var parts = unique.others().stream().map(DSL::field).toList();
    var applies =
        unique.predicate() == null ? DSL.trueCondition() : DSL.condition(unique.predicate());
    if (!unique.nullsEqual()) {
      for (var part : parts) {
        applies = applies.and(part.isNotNull());
      }
    }
    var alike = new ArrayList<Field<?>>(parts);
    alike.add(DSL.field(applies));
    var first = new ArrayList<Field<?>>();
    first.add(
        DSL.field("array_position({0}, {1})", Integer.class, val(wish.all()), reference.target()));
    reference.keys().forEach(key -> first.add(key.column()));
    return applies.and(DSL.rowNumber().over().partitionBy(alike).orderBy(first).gt(1));
  }

  /// References of the merged records to each other are values of theirs, and no rows to move.
  private static Condition meant(Reference reference, Wish wish) {
    var meant = DSL.noCondition();
    if (reference.objectColumn() != null) {
      meant = meant.and(DSL.field(name(reference.objectColumn()), String.class).eq(wish.object));
    }
    if (reference.from() != null && reference.from().name().equals(wish.object)) {
      meant = meant.and(uuid("id").ne(DSL.all(wish.all())));
    }
    for (var other : reference.apart()) {
      meant = meant.and(uuid(other).isNull().or(uuid(other).ne(DSL.all(wish.all()))));
    }
    return meant;
  }

  private static Field<UUID> uuid(String column) {
    return DSL.field(name(column), SQLDataType.UUID);
  }

  private static SQL moved(Reference reference, Wish wish) {
    return DSL.sql(
        """
        (select m.from_id, k.key from record_merge_move as m
            cross join jsonb_array_elements(m.keys) as k (key)
          where m.merge_id = {0} and m.table_name = {1} and m.column_name = {2}) as moved\
        """,
        val(wish.merge), val(reference.tableName()), val(reference.columnName()));
  }

  private static Condition sameRow(Reference reference) {
    var same = DSL.noCondition();
    for (var i = 0; i < reference.keys().size(); i++) {
      var key = reference.keys().get(i);
      same =
          same.and(
              DSL.condition(
                  "t.{0} = (moved.key ->> {1})::{2}",
                  name(key.name()), DSL.inline(i), DSL.raw(key.type())));
    }
    return same;
  }
}
