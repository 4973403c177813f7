package org.kezhi.record;

import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/// Knows which kinds of record follow others: into the recycle bin, out of it, and away for good.
@Component
public class Followers {

  private final ObjectTypes types;

  Followers(ObjectTypes types) {
    this.types = types;
  }

  /// The references by which records of other kinds follow those of this one.
  public List<ObjectTypes.Incoming> of(ObjectType type) {
    return types.incoming(type).stream()
        .filter(link -> link.from().follows().contains(link.field().column()))
        .toList();
  }

  /// The column of a following record that points to the one that it follows.
  public static Field<UUID> reference(ObjectTypes.Incoming link) {
    var column = link.from().table().getQualifiedName().append(link.field().column().getName());
    return DSL.field(column, SQLDataType.UUID);
  }
}
