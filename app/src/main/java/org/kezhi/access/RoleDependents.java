package org.kezhi.access;

import static org.kezhi.db.Tables.ROLE;
import static org.kezhi.db.Tables.ROLE_FIELD;
import static org.kezhi.db.Tables.ROLE_OBJECT;

import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kezhi.record.Dependents;
import org.springframework.stereotype.Component;

/// The rights of roles on fields and kinds of record that a company has added.
@Component
class RoleDependents implements Dependents {

  private final DSLContext db;
  private final Viewers viewers;

  RoleDependents(DSLContext db, Viewers viewers) {
    this.db = db;
    this.viewers = viewers;
  }

  @Override
  public List<Use> of(String object, @Nullable String field) {
    var roles =
        field == null
            ? db.select(ROLE.NAME)
                .from(ROLE_OBJECT)
                .join(ROLE)
                .on(ROLE.ID.eq(ROLE_OBJECT.ROLE_ID))
                .where(ROLE_OBJECT.OBJECT.eq(object))
            : db.select(ROLE.NAME)
                .from(ROLE_FIELD)
                .join(ROLE)
                .on(ROLE.ID.eq(ROLE_FIELD.ROLE_ID))
                .where(ROLE_FIELD.OBJECT.eq(object))
                .and(ROLE_FIELD.FIELD.eq(field));
    return roles.fetch(row -> new Use("role", row.value1(), 1));
  }

  @Override
  public void forget(DSLContext transaction, String object, @Nullable String field) {
    var ofField = ROLE_FIELD.OBJECT.eq(object);
    transaction
        .deleteFrom(ROLE_FIELD)
        .where(field == null ? ofField : ofField.and(ROLE_FIELD.FIELD.eq(field)))
        .execute();
    if (field == null) {
      transaction.deleteFrom(ROLE_OBJECT).where(ROLE_OBJECT.OBJECT.eq(object)).execute();
    }
    viewers.forget();
  }
}
