package org.kezhi.record;

import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;

/// Something that people put on records of any kind for themselves, such as a star; each is a bean.
/// Lists are filtered by it like by a field, under its name behind an `@`.
public interface PersonalMark {

  String name();

  /// Whether somebody has put it on the record with an id.
  Condition on(UUID user, ObjectType type, Field<UUID> id);
}
