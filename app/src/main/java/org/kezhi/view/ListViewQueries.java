package org.kezhi.view;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;
import static org.kezhi.db.Tables.LIST_VIEW;
import static org.kezhi.db.Tables.LIST_VIEW_DEFAULT;
import static org.kezhi.db.Tables.LIST_VIEW_PIN;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Viewer;
import org.springframework.stereotype.Repository;

/// Reads the views that somebody may open.
@Repository
class ListViewQueries {

  private final DSLContext db;

  ListViewQueries(DSLContext db) {
    this.db = db;
  }

  List<StoredView> list(Viewer viewer, @Nullable String object) {
    return fetch(viewer, object == null ? noCondition() : LIST_VIEW.OBJECT.eq(object));
  }

  Optional<StoredView> find(Viewer viewer, UUID id) {
    return fetch(viewer, LIST_VIEW.ID.eq(id)).stream().findFirst();
  }

  int count(UUID owner, String object) {
    return db.fetchCount(LIST_VIEW, LIST_VIEW.OWNER_ID.eq(owner), LIST_VIEW.OBJECT.eq(object));
  }

  private List<StoredView> fetch(Viewer viewer, Condition wanted) {
    var pinned =
        field(
            exists(
                selectOne()
                    .from(LIST_VIEW_PIN)
                    .where(LIST_VIEW_PIN.VIEW_ID.eq(LIST_VIEW.ID))
                    .and(LIST_VIEW_PIN.USER_ID.eq(viewer.id()))));
    var opensFirst =
        field(
            exists(
                selectOne()
                    .from(LIST_VIEW_DEFAULT)
                    .where(LIST_VIEW_DEFAULT.VIEW_ID.eq(LIST_VIEW.ID))
                    .and(LIST_VIEW_DEFAULT.USER_ID.eq(viewer.id()))));
    return db.select(
            LIST_VIEW.ID,
            LIST_VIEW.VERSION,
            LIST_VIEW.OBJECT,
            LIST_VIEW.NAME,
            LIST_VIEW.ICON,
            LIST_VIEW.SHARING,
            LIST_VIEW.OWNER_ID,
            LIST_VIEW.appUser().DISPLAY_NAME,
            pinned,
            opensFirst,
            StandardViewRepository.isStandardFor(viewer.id()),
            LIST_VIEW.STATE,
            LIST_VIEW.UPDATED_AT)
        .from(LIST_VIEW)
        .where(wanted)
        .and(shown(viewer))
        .orderBy(lower(LIST_VIEW.NAME), LIST_VIEW.ID)
        .fetch(mapping(StoredView::new));
  }

  private Condition shown(Viewer viewer) {
    return LIST_VIEW
        .OWNER_ID
        .eq(viewer.id())
        .or(LIST_VIEW.SHARING.eq(Sharing.EVERYONE.code()))
        .or(LIST_VIEW.UNIT_ID.in(fromHereUp(viewer.unit())));
  }

  /// What is shared with a unit is for those below it too.
  private List<UUID> fromHereUp(@Nullable UUID unit) {
    return unit == null
        ? List.of()
        : db.fetch(
                """
                with recursive above (id, parent_id) as (
                  select id, parent_id from unit where id = ?
                  union select u.id, u.parent_id from unit u join above a on u.id = a.parent_id)
                select id from above
                """,
                unit)
            .getValues("id", UUID.class);
  }
}
