package org.kezhi.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kezhi.record.LooseReference;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Repository;

/// Finds every column that refers to records of a kind: by the foreign keys that the database
/// knows, whoever made them, and by what modules declare of loose ones.
@Repository
class ReferenceCatalog {

  private final DSLContext db;
  private final ObjectTypes types;
  private final List<LooseReference> loose;

  ReferenceCatalog(DSLContext db, ObjectTypes types, ObjectProvider<LooseReference> loose) {
    this.db = db;
    this.types = types;
    this.loose = loose.orderedStream().toList();
  }

  List<Reference> to(ObjectType type) {
    var own = type.fields().stream().filter(field -> field.kind().isMany()).toList();
    var foreign =
        foreign(type).stream()
            .filter(column ->
                own.stream().noneMatch(field -> column.isLinkOf(field.column().getName())))
            .toList();
    return Stream.concat(
            foreign.stream().map(column -> reference(column, apart(column, foreign))),
            loose.stream().map(Column::of).map(column -> reference(column, List.of())))
        .toList();
  }

  private record Column(String table, String name, @Nullable String object) {

    /// Whether it only stands guard over a field with several references of the record itself.
    boolean isLinkOf(String field) {
      return table.equals(field) && name.equals("record_id");
    }

    static Column of(LooseReference loose) {
      return new Column(
          loose.table().getName(), loose.record().getName(), loose.object().getName());
    }
  }

  private List<Column> foreign(ObjectType type) {
    return db.fetch(
            """
            select rel.relname::text, att.attname::text
            from pg_constraint con
              join pg_class rel on rel.oid = con.conrelid
              join pg_attribute att on att.attrelid = con.conrelid and att.attnum = con.conkey[1]
            where con.contype = 'f' and cardinality(con.conkey) = 1 and con.conparentid = 0
              and rel.relnamespace = 'public'::regnamespace
              and con.confrelid = ('public.' || quote_ident({0}))::regclass
            order by 1, 2
            """,
            DSL.val(type.table().getName()))
        .map(row -> new Column(row.get(0, String.class), row.get(1, String.class), null));
  }

  private Reference reference(Column column, List<String> apart) {
    var keys = keys(column);
    return new Reference(
        column.table,
        column.name,
        column.object,
        keys.stream().filter(key -> !key.name().equals(column.name)).toList(),
        uniques(column),
        apart,
        recordsIn(column.table));
  }

  private @Nullable ObjectType recordsIn(String table) {
    return types.all().stream()
        .filter(type -> type.table().getName().equals(table))
        .findFirst()
        .orElse(null);
  }

  private List<Reference.KeyColumn> keys(Column column) {
    var keys =
        db.fetch(
                """
                select att.attname::text, format_type(att.atttypid, att.atttypmod)
                from pg_index i
                  join pg_attribute att on att.attrelid = i.indrelid and att.attnum = any (i.indkey)
                where i.indisprimary and i.indrelid = ('public.' || quote_ident({0}))::regclass
                order by att.attnum
                """,
                DSL.val(column.table))
            .map(
                row -> new Reference.KeyColumn(row.get(0, String.class), row.get(1, String.class)));
    if (keys.isEmpty()) {
      throw new IllegalStateException(column.table + " has no key");
    }
    return keys;
  }

  private List<Reference.Unique> uniques(Column column) {
    return db.fetch(
            """
            select i.indnullsnotdistinct, pg_get_expr(i.indpred, i.indrelid),
              array(select pg_get_indexdef(i.indexrelid, n, false)
                from generate_series(1, i.indnkeyatts) n
                where i.indkey[n - 1] <> att.attnum)
            from pg_index i
              join pg_attribute att on att.attrelid = i.indrelid and att.attname = {1}
            where i.indisunique and att.attnum = any (i.indkey) and i.indrelid =
              ('public.' || quote_ident({0}))::regclass
            """,
            DSL.val(column.table), DSL.val(column.name))
        .map(row ->
            new Reference.Unique(
                Arrays.asList(row.get(2, String[].class)),
                row.get(1, String.class),
                row.get(0, Boolean.class)));
  }

  /// A row that does nothing but connect two records connects nothing once they are one, and some
  /// tables forbid it.
  private List<String> apart(Column column, List<Column> foreign) {
    var others =
        foreign.stream()
            .filter(other -> other.table.equals(column.table) && !other.equals(column))
            .map(Column::name)
            .toList();
    if (others.isEmpty() || recordsIn(column.table) == null) {
      return others;
    }
    var forbidden = new ArrayList<String>();
    for (var other : others) {
      if (isChecked(column, other)) {
        forbidden.add(other);
      }
    }
    return forbidden;
  }

  private boolean isChecked(Column column, String other) {
    return db.fetchSingle(
            """
            select exists (select from pg_constraint con
            where con.contype = 'c' and con.conkey @> array(
                select att.attnum from pg_attribute att
                where att.attrelid = con.conrelid and att.attname in ({1}, {2}))
              and con.conrelid = ('public.' || quote_ident({0}))::regclass)
            """,
            DSL.val(column.table), DSL.val(column.name), DSL.val(other))
        .get(0, Boolean.class);
  }
}
