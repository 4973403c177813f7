package org.kezhi.reading;

import static org.jooq.impl.DSL.name;
import static org.kezhi.db.Tables.APP_USER;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Policy;
import org.kezhi.access.Use;
import org.kezhi.access.Viewer;
import org.kezhi.record.ObjectType;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Repository;

/// Shows what lies in the recycle bin to those who could have put it there.
@Repository
class Trash {

  private final DSLContext db;
  private final Policy policy;
  private final Successors successors;

  Trash(DSLContext db, Policy policy, Successors successors) {
    this.db = db;
    this.policy = policy;
    this.successors = successors;
  }

  TrashPage list(Viewer viewer, ObjectType type, int limit, @Nullable String cursor) {
    var source = new Source(type, "t", policy.seen(viewer));
    var size = Math.clamp(limit, 1, ListQuery.MAX_LIMIT);
    var deletedAt = StandardColumns.deletedAt(source.main());
    var title = source.column(type.titleField()).cast(String.class);
    Field<UUID> deletedBy = StandardColumns.deletedBy(source.main());
    var colleague = APP_USER.as(name("u"));
    var where =
        deletedAt
            .isNotNull()
            .and(policy.rows(viewer, Use.DELETE, type, source.main()))
            .and(Cursor.before(deletedAt, source.id(), cursor));
    var rows =
        db.select(source.id(), title, deletedAt, colleague.ID, colleague.DISPLAY_NAME)
            .from(source.main())
            .leftJoin(colleague)
            .on(colleague.ID.eq(deletedBy))
            .where(where)
            .orderBy(deletedAt.desc(), source.id().desc())
            .limit(size + 1)
            .fetch();
    var more = rows.size() > size;
    var shown = more ? rows.subList(0, size) : rows;
    var last = more ? shown.getLast() : null;
    var merged = successors.of(viewer, type, shown.stream().map(row -> row.value1()).toList());
    return new TrashPage(
        shown.stream()
            .map(row ->
                new TrashItem(
                    row.value1(),
                    row.value2(),
                    row.value3().toInstant().toString(),
                    row.value4() == null ? null : new Person(row.value4(), row.value5()),
                    merged.get(row.value1())))
            .toList(),
        last == null ? null : Cursor.at(last.value3(), last.value1()).encode());
  }

  /// Deleted records, the latest first.
  record TrashPage(List<TrashItem> items, @Nullable String nextCursor) {}

  /// A deleted record.
  ///
  /// @param mergedInto the record that it became part of
  record TrashItem(
      UUID id,
      @Nullable String title,
      String deletedAt,
      @Nullable Person deletedBy,
      Successors.@Nullable Successor mergedInto) {}

  /// Who deleted it.
  record Person(UUID id, String title) {}
}
