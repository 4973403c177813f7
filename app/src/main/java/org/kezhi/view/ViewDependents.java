package org.kezhi.view;

import static org.kezhi.db.Tables.CARD_PLACE;
import static org.kezhi.db.Tables.LIST_VIEW;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kezhi.record.Dependents;
import org.springframework.stereotype.Component;

/// The views of lists that use a field. They stay without it, and say so; those of a kind of record
/// that is gone go with it.
@Component
class ViewDependents implements Dependents {

  private final DSLContext db;

  ViewDependents(DSLContext db) {
    this.db = db;
  }

  @Override
  public List<Use> of(String object, @Nullable String field) {
    var ofObject = LIST_VIEW.OBJECT.eq(object);
    return db.select(LIST_VIEW.NAME)
        .from(LIST_VIEW)
        .where(
            field == null
                ? ofObject
                : ofObject.and(
                    DSL.condition(
                        "jsonb_path_exists({0}, '$.** ? (@ == $name || @ == $down)', {1})",
                        LIST_VIEW.STATE,
                        DSL.field(
                            "jsonb_build_object('name', {0}::text, 'down', {1}::text)",
                            DSL.val(field), DSL.val("-" + field)))))
        .orderBy(LIST_VIEW.NAME)
        .fetch(row -> new Use("view", row.value1(), 1));
  }

  @Override
  public void forget(DSLContext transaction, String object, @Nullable String field) {
    if (field == null) {
      transaction.deleteFrom(LIST_VIEW).where(LIST_VIEW.OBJECT.eq(object)).execute();
      transaction.deleteFrom(CARD_PLACE).where(CARD_PLACE.OBJECT.eq(object)).execute();
    }
  }
}
