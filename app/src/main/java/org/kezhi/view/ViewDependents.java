package org.kezhi.view;

import static org.kezhi.db.Tables.CARD_PLACE;
import static org.kezhi.db.Tables.LIST_VIEW;

import java.util.List;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.kezhi.record.Dependents;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.springframework.stereotype.Component;

/// The views of lists that use a field. They stay without it, and say so; those of a kind of record
/// that is gone go with it.
@Component
class ViewDependents implements Dependents {

  private static final Pattern NAME =
      Pattern.compile("\"(?:-|[a-z]+:)?([A-Za-z0-9.]+)(?::[a-z]+)?\"");

  private final DSLContext db;
  private final ObjectTypes types;

  ViewDependents(DSLContext db, ObjectTypes types) {
    this.db = db;
    this.types = types;
  }

  @Override
  public List<Use> of(String object, @Nullable String field) {
    return db
        .select(LIST_VIEW.NAME, LIST_VIEW.OBJECT, LIST_VIEW.STATE)
        .from(LIST_VIEW)
        .where(
            field == null
                ? LIST_VIEW.OBJECT.eq(object)
                : LIST_VIEW.STATE.cast(SQLDataType.CLOB).contains(field))
        .orderBy(LIST_VIEW.NAME)
        .fetch()
        .stream()
        .filter(row -> field == null || names(row.value2(), row.value3(), object, field))
        .map(row -> new Use("view", row.value1(), 1))
        .toList();
  }

  /// Whether a view speaks of a field: as `name`, `-name`, `sum:name`, `name:month`, or over a
  /// reference as `customer.name`.
  private boolean names(String viewed, JSONB state, String object, String field) {
    return NAME.matcher(state.data())
        .results()
        .map(found -> found.group(1))
        .anyMatch(path -> leadsTo(types.named(viewed).orElse(null), path, object, field));
  }

  private boolean leadsTo(@Nullable ObjectType from, String path, String object, String field) {
    if (from == null) {
      return false;
    } else if (path.equals(field)) {
      return from.name().equals(object);
    }
    var dot = path.indexOf('.');
    return dot > 0
        && from.field(path.substring(0, dot))
            .filter(reference -> reference.kind().isReference())
            .filter(reference ->
                leadsTo(types.target(reference), path.substring(dot + 1), object, field))
            .isPresent();
  }

  @Override
  public void forget(DSLContext transaction, String object, @Nullable String field) {
    if (field == null) {
      transaction.deleteFrom(LIST_VIEW).where(LIST_VIEW.OBJECT.eq(object)).execute();
      transaction.deleteFrom(CARD_PLACE).where(CARD_PLACE.OBJECT.eq(object)).execute();
    }
  }
}
