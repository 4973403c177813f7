package org.kezhi.follow;

import static org.jooq.impl.DSL.select;
import static org.kezhi.db.Tables.RECORD_FOLLOW;

import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.kezhi.record.ObjectType;
import org.kezhi.record.PersonalMark;
import org.springframework.stereotype.Component;

/// The records with the viewer's star, as a filter.
@Component
class Followed implements PersonalMark {

  @Override
  public String name() {
    return "followed";
  }

  @Override
  public Condition on(UUID user, ObjectType type, Field<UUID> id) {
    return id.in(
        select(RECORD_FOLLOW.RECORD_ID)
            .from(RECORD_FOLLOW)
            .where(RECORD_FOLLOW.USER_ID.eq(user))
            .and(RECORD_FOLLOW.OBJECT.eq(type.name())));
  }
}
