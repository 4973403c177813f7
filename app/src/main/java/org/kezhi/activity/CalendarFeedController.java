package org.kezhi.activity;

import jakarta.annotation.security.PermitAll;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Viewer;
import org.kezhi.platform.CommonProblem;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Lets people read their plans in another program, under an address that nobody can guess.
@RestController
class CalendarFeedController {

  private final CalendarFeed feed;
  private final FeedRepository feeds;

  CalendarFeedController(CalendarFeed feed, FeedRepository feeds) {
    this.feed = feed;
    this.feeds = feeds;
  }

  /// Since when there is an address; none if there is none.
  record CalendarFeedState(@Nullable Instant since) {}

  /// The address, which is shown this once.
  record NewCalendarFeed(String path) {}

  @GetMapping("/api/calendar-feed")
  @PreAuthorize("isAuthenticated()")
  CalendarFeedState getCalendarFeed(Viewer viewer) {
    viewer.requirePerson();
    return new CalendarFeedState(
        feeds.since(viewer.id()).map(since -> since.toInstant()).orElse(null));
  }

  @PostMapping("/api/calendar-feed")
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize("isAuthenticated()")
  NewCalendarFeed createCalendarFeed(Viewer viewer) {
    viewer.requirePerson();
    return new NewCalendarFeed("/feeds/" + feeds.renew(viewer.id()) + ".ics");
  }

  @DeleteMapping("/api/calendar-feed")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize("isAuthenticated()")
  void deleteCalendarFeed(Viewer viewer) {
    viewer.requirePerson();
    feeds.revoke(viewer.id());
  }

  /// Whoever has the address may read: other programs cannot log in.
  @GetMapping("/feeds/{secret}.ics")
  @PermitAll
  ResponseEntity<String> readCalendarFeed(@PathVariable String secret) {
    var file = feed.read(secret).orElseThrow(() -> CommonProblem.NOT_FOUND.with());
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .body(file);
  }
}
