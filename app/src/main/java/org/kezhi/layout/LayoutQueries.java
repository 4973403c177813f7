package org.kezhi.layout;

import static org.kezhi.db.Tables.RECORD_LAYOUT;
import static org.kezhi.db.Tables.ROLE;
import static org.kezhi.db.Tables.USER_ROLE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.kezhi.layout.LayoutRepository.Place;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Reads layouts.
@Repository
class LayoutQueries {

  private final DSLContext db;
  private final JsonMapper json;

  LayoutQueries(DSLContext db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /// A stored layout and its version.
  record Stored(long version, LayoutState state) {}

  Optional<Stored> find(Place place) {
    return db.select(RECORD_LAYOUT.VERSION, RECORD_LAYOUT.STATE)
        .from(RECORD_LAYOUT)
        .where(place.condition())
        .fetchOptional(row -> new Stored(row.value1(), read(row.value2())));
  }

  /// For each kind of record the layout of the first of somebody's roles that has one, by the codes
  /// of the roles; else that of everybody.
  Map<String, LayoutState> of(UUID user) {
    var layouts = new HashMap<String, LayoutState>();
    db.select(RECORD_LAYOUT.OBJECT, RECORD_LAYOUT.STATE)
        .from(RECORD_LAYOUT)
        .leftJoin(ROLE)
        .on(ROLE.ID.eq(RECORD_LAYOUT.ROLE_ID))
        .where(RECORD_LAYOUT.ROLE_ID.isNull())
        .or(
            ROLE.DELETED_AT
                .isNull()
                .and(
                    ROLE.ID.in(
                        DSL.select(USER_ROLE.ROLE_ID)
                            .from(USER_ROLE)
                            .where(USER_ROLE.USER_ID.eq(user)))))
        .orderBy(ROLE.CODE.asc().nullsLast())
        .forEach(row -> layouts.computeIfAbsent(row.value1(), _ -> read(row.value2())));
    return layouts;
  }

  List<LayoutDetail.LayoutRole> roles(String object) {
    var own =
        DSL.field(
            DSL.exists(
                DSL.selectOne()
                    .from(RECORD_LAYOUT)
                    .where(RECORD_LAYOUT.ROLE_ID.eq(ROLE.ID))
                    .and(RECORD_LAYOUT.OBJECT.eq(object))));
    return db.select(ROLE.ID, ROLE.NAME, own)
        .from(ROLE)
        .where(ROLE.DELETED_AT.isNull())
        .orderBy(ROLE.CODE)
        .fetch(Records.mapping(LayoutDetail.LayoutRole::new));
  }

  private LayoutState read(JSONB state) {
    return json.readValue(state.data(), LayoutState.class);
  }
}
