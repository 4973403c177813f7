package org.kezhi.activity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.access.Viewers;
import org.kezhi.platform.Settings;
import org.kezhi.reading.ListQuery;
import org.kezhi.reading.RecordQueries;
import org.kezhi.record.Filter;
import org.kezhi.record.Filter.Operator;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.springframework.stereotype.Component;

/// What somebody has planned, as programs with calendars read it: with the rights that this person
/// has at the moment, and nothing for whoever has left.
@Component
class CalendarFeed {

  private static final List<String> COLUMNS =
      List.of("subject", "kind", "body", "customer", "dueAt", "remindAt", "duration", "updatedAt");
  private static final int PAGE = 200;
  private static final int MOST_PAGES = 5;
  private static final int DAYS_BACK = 60;
  private static final long USUAL_MINUTES = 30;

  private final FeedRepository feeds;
  private final Viewers viewers;
  private final Policy policy;
  private final RecordQueries records;
  private final ObjectTypes types;
  private final Settings settings;
  private final Clock clock;

  CalendarFeed(
      FeedRepository feeds,
      Viewers viewers,
      Policy policy,
      RecordQueries records,
      ObjectTypes types,
      Settings settings,
      Clock clock) {
    this.feeds = feeds;
    this.viewers = viewers;
    this.policy = policy;
    this.records = records;
    this.types = types;
    this.settings = settings;
    this.clock = clock;
  }

  /// The file behind a secret, if that opens one.
  Optional<String> read(String secret) {
    return feeds
        .user(secret)
        .flatMap(viewers::find)
        .map(viewer -> CalendarFile.of("客至 · " + viewer.displayName(), events(viewer)));
  }

  private List<CalendarFile.Event> events(Viewer viewer) {
    var type = types.named("activity").orElseThrow();
    if (!policy.maySee(viewer, type) || policy.visibleField(viewer, type, "dueAt").isEmpty()) {
      return List.of();
    }
    var events = new ArrayList<CalendarFile.Event>();
    String cursor = null;
    for (var page = 0; page < MOST_PAGES && (page == 0 || cursor != null); page++) {
      var found = records.list(viewer, type, query(viewer, type, cursor));
      found.items().forEach(item -> event(item).ifPresent(events::add));
      cursor = found.nextCursor();
    }
    return events;
  }

  private ListQuery query(Viewer viewer, ObjectType type, @Nullable String cursor) {
    var since = LocalDate.now(clock.withZone(settings.zone())).minusDays(DAYS_BACK);
    var planned =
        new Filter.And(
            List.of(
                new Filter.Test("owner", Operator.EQ, List.of(viewer.id().toString())),
                new Filter.Test("done", Operator.EQ, List.of(false)),
                new Filter.Test("dueAt", Operator.GE, List.of(since.toString()))));
    var columns =
        COLUMNS.stream()
            .filter(name -> policy.visibleField(viewer, type, name).isPresent())
            .toList();
    return new ListQuery(planned, List.of("dueAt"), columns, PAGE, cursor, null);
  }

  private static Optional<CalendarFile.Event> event(Map<String, @Nullable Object> item) {
    if (!(item.get("id") instanceof UUID id) || !(item.get("version") instanceof Long version)) {
      return Optional.empty();
    }
    var start = instant(item.get("dueAt"));
    if (start == null) {
      return Optional.empty();
    }
    var changed = instant(item.get("updatedAt"));
    var minutes = item.get("duration") instanceof Number number ? number.longValue() : 0;
    var customer = item.get("customer") instanceof Map<?, ?> named ? named.get("title") : null;
    var subject = item.get("subject") instanceof String text ? text : "";
    return Optional.of(
        new CalendarFile.Event(
            id,
            version,
            changed == null ? start : changed,
            start,
            Duration.ofMinutes(minutes > 0 ? minutes : USUAL_MINUTES),
            customer == null ? subject : subject + " · " + customer,
            item.get("body") instanceof String text ? text : null,
            instant(item.get("remindAt")),
            !"task".equals(item.get("kind"))));
  }

  private static @Nullable Instant instant(@Nullable Object value) {
    return value instanceof String text ? Instant.parse(text) : null;
  }
}
