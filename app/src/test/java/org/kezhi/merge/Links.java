package org.kezhi.merge;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.DSLContext;

/// Everything that refers to records of a table by a foreign key, as the database has it: by table
/// and column, which row refers to which record.
final class Links {

  private Links() {}

  static Map<String, TreeSet<String>> to(DSLContext db, String table) {
    var links = new TreeMap<String, TreeSet<String>>();
    db.fetch(
            """
            select con.conrelid::regclass::text, att.attname::text,
              (select string_agg(format('%%I', k.attname), ', ' order by k.attnum)
               from pg_index i join pg_attribute k
                 on k.attrelid = i.indrelid and k.attnum = any (i.indkey)
               where i.indrelid = con.conrelid and i.indisprimary and k.attname <> att.attname)
            from pg_constraint con join pg_attribute att
              on att.attrelid = con.conrelid and att.attnum = con.conkey[1]
            where con.contype = 'f' and con.confrelid = '%s'::regclass
            """
                .formatted(table))
        .forEach(row ->
            links.put(
                row.get(0) + "." + row.get(1),
                rows(
                    db,
                    row.get(0, String.class),
                    row.get(1, String.class),
                    row.get(2, String.class))));
    return links;
  }

  private static TreeSet<String> rows(DSLContext db, String table, String column, String key) {
    return new TreeSet<>(
        db.fetch(
                "select row(%s)::text || ' > ' || %s from %s where %2$s is not null"
                    .formatted(key == null ? "" : key, column, table))
            .into(String.class));
  }

  /// How many rows refer to one of these records.
  static long count(Map<String, TreeSet<String>> links, List<UUID> ids) {
    return links.values().stream()
        .flatMap(rows -> rows.stream())
        .filter(row -> ids.stream().anyMatch(id -> row.endsWith(id.toString())))
        .count();
  }
}
