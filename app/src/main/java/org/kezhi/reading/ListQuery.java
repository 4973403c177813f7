package org.kezhi.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezhi.record.Filter;

/// What a list shall show: which records, in which order, with which columns, from where on.
///
/// @param sort field names, with a minus in front for descending order; none means the usual order
/// @param columns field names; none means the usual columns
/// @param limit 1 to 200
/// @param text what the search box of the list holds
public record ListQuery(
    Filter filter,
    List<String> sort,
    List<String> columns,
    int limit,
    @Nullable String cursor,
    @Nullable String text) {

  static final int MAX_LIMIT = 200;

  public ListQuery {
    limit = Math.clamp(limit, 1, MAX_LIMIT);
  }

  /// All that a filter and a text leave, in whatever order.
  public static ListQuery of(Filter filter, @Nullable String text) {
    return new ListQuery(filter, List.of(), List.of(), 1, null, text);
  }

  /// The same list with other columns.
  public ListQuery showing(List<String> others) {
    return new ListQuery(filter, sort, others, limit, cursor, text);
  }

  /// The same list from a place on.
  ListQuery at(@Nullable String place) {
    return new ListQuery(filter, sort, columns, limit, place, text);
  }

  /// The same list in the largest pages, from a place on.
  ListQuery from(@Nullable String place) {
    return new ListQuery(filter, sort, columns, MAX_LIMIT, place, text);
  }
}
