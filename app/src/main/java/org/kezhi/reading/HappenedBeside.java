package org.kezhi.reading;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Record4;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/// What happened with a record and is part of its history, but is no record itself, such as a file
/// that came. Whoever may see the record may see it.
public interface HappenedBeside {

  /// What the history calls it; the name of no kind of record.
  String name();

  /// When it happened with a record, its id, who did it, and what it says.
  Select<Record4<OffsetDateTime, UUID, UUID, String>> with(String object, UUID record);

  /// What the history shows of each, by id.
  Map<UUID, Map<String, @Nullable Object>> details(List<UUID> ids);
}
