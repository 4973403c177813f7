package org.kezhi.history;

import static org.jooq.impl.DSL.noCondition;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/// Which part of a history to show.
///
/// @param kinds kinds of record, `kind:value` for those of one kind of theirs, `change` for changes
///   of the record itself; none means all
/// @param person whose entries
/// @param text what their words must contain; changes are left out then
record TimelineQuery(
    int limit,
    @Nullable String cursor,
    List<String> kinds,
    @Nullable UUID person,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String text) {

  static final String CHANGE = "change";
  private static final int MAX_LIMIT = 100;
  private static final String KIND_OF = ":";

  TimelineQuery {
    limit = Math.clamp(limit, 1, MAX_LIMIT);
    text = text == null || text.isBlank() ? null : text.strip();
  }

  boolean isFirstPage() {
    return cursor == null || cursor.isEmpty();
  }

  boolean isFiltered() {
    return !kinds.isEmpty() || person != null || from != null || to != null || text != null;
  }

  /// The condition that leaves what happened in the wanted days.
  Condition within(Field<OffsetDateTime> at, ZoneId zone) {
    var since = from == null ? noCondition() : at.ge(start(from, zone));
    return to == null ? since : since.and(at.lt(start(to.plusDays(1), zone)));
  }

  private static OffsetDateTime start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toOffsetDateTime();
  }

  boolean shows(String object) {
    return kinds.isEmpty()
        || kinds.stream().anyMatch(k -> k.equals(object) || k.startsWith(object + KIND_OF));
  }

  /// The values of the choice `kind` that are wanted; none means all.
  List<String> kindsOf(String object) {
    return kinds.contains(object)
        ? List.of()
        : kinds.stream()
            .filter(kind -> kind.startsWith(object + KIND_OF))
            .map(kind -> kind.substring(object.length() + 1))
            .toList();
  }
}
