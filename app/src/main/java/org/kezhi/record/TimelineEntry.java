package org.kezhi.record;

import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/// How a record stands in the history of others: of which ones, when it happened and what it says.
///
/// @param plan where such a record can lie ahead
public record TimelineEntry(
    List<Field<UUID>> references, Field<?> at, Field<String> text, @Nullable Plan plan) {

  /// Until it is done, it is ahead.
  public record Plan(Field<?> due, Field<Boolean> done) {}
}
