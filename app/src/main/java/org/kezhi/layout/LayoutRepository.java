package org.kezhi.layout;

import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.kezhi.db.Tables.RECORD_LAYOUT;

import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kezhi.platform.Ids;
import org.springframework.stereotype.Repository;

/// Writes layouts.
@Repository
class LayoutRepository {

  private final DSLContext db;

  LayoutRepository(DSLContext db) {
    this.db = db;
  }

  /// For whom a layout is: for a role, or for everybody.
  record Place(String object, @Nullable UUID role) {

    Condition condition() {
      return RECORD_LAYOUT
          .OBJECT
          .eq(object)
          .and(role == null ? RECORD_LAYOUT.ROLE_ID.isNull() : RECORD_LAYOUT.ROLE_ID.eq(role));
    }
  }

  /// Keeps it over the version that the writer has seen; says whether that is still the one.
  boolean keep(Place place, long seen, JSONB state, UUID writer) {
    if (seen == 0) {
      return db.insertInto(RECORD_LAYOUT)
              .set(RECORD_LAYOUT.ID, Ids.next())
              .set(RECORD_LAYOUT.OBJECT, place.object())
              .set(RECORD_LAYOUT.ROLE_ID, place.role())
              .set(RECORD_LAYOUT.STATE, state)
              .set(RECORD_LAYOUT.CREATED_BY, writer)
              .set(RECORD_LAYOUT.UPDATED_BY, writer)
              .onConflictDoNothing()
              .execute()
          == 1;
    }
    return db.update(RECORD_LAYOUT)
            .set(RECORD_LAYOUT.STATE, state)
            .set(RECORD_LAYOUT.VERSION, RECORD_LAYOUT.VERSION.plus(1))
            .set(RECORD_LAYOUT.UPDATED_AT, currentOffsetDateTime())
            .set(RECORD_LAYOUT.UPDATED_BY, writer)
            .where(place.condition())
            .and(RECORD_LAYOUT.VERSION.eq(seen))
            .execute()
        == 1;
  }

  boolean delete(Place place, long seen) {
    return db.deleteFrom(RECORD_LAYOUT)
            .where(place.condition())
            .and(RECORD_LAYOUT.VERSION.eq(seen))
            .execute()
        == 1;
  }

  /// Takes a field out of every layout of its kind of record; all of those where none is named.
  static void forget(DSLContext transaction, String object, @Nullable String field) {
    var ofObject = RECORD_LAYOUT.OBJECT.eq(object);
    if (field == null) {
      transaction.deleteFrom(RECORD_LAYOUT).where(ofObject).execute();
      return;
    }
    transaction.execute(
        """
        update record_layout set state = state
          || jsonb_build_object('hidden', (state->'hidden') - {1}::text)
          || jsonb_build_object('conditions', (
            select coalesce(jsonb_object_agg(c.key, c.value), '{}')
            from jsonb_each((state->'conditions') - {1}::text) c
            where not jsonb_path_exists(c.value, '$.** ? (@ == $name)',
                jsonb_build_object('name', {1}::text))))
          || jsonb_build_object('sections', (
            select coalesce(jsonb_agg(
              jsonb_set(s, '{fields}', (s->'fields') - {1}::text)
              || case when jsonb_path_exists(s->'when', '$.** ? (@ == $name)',
                  jsonb_build_object('name', {1}::text)) then '{"when": null}'::jsonb else '{}'::jsonb end
              order by n), '[]')
            from jsonb_array_elements(state->'sections') with ordinality t (s, n)))
        where object = {0}
        """,
        DSL.val(object), DSL.val(field));
  }

  List<String> using(String object, String field) {
    return db.select(RECORD_LAYOUT.OBJECT)
        .from(RECORD_LAYOUT)
        .where(RECORD_LAYOUT.OBJECT.eq(object))
        .and(
            DSL.condition(
                "jsonb_path_exists({0}, '$.** ? (@ == $name)', {1})",
                RECORD_LAYOUT.STATE,
                DSL.field("jsonb_build_object('name', {0}::text)", DSL.val(field))))
        .fetch(RECORD_LAYOUT.OBJECT);
  }
}
