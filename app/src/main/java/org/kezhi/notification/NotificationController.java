package org.kezhi.notification;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Viewer;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.ProblemAnswers;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Shows everybody what they were told, and nobody else.
@RestController
@RequestMapping("/api/notifications")
@PreAuthorize("isAuthenticated()")
class NotificationController {

  private static final int MOST = 100;
  private static final int LONGEST = 600;

  private final Notices notices;
  private final NoticeQueries queries;
  private final NoticeReader reader;
  private final NoticeStreams streams;

  NotificationController(
      Notices notices, NoticeQueries queries, NoticeReader reader, NoticeStreams streams) {
    this.notices = notices;
    this.queries = queries;
    this.reader = reader;
    this.streams = streams;
  }

  /// One page of what somebody was told.
  record NotificationPage(List<Notification> items, @Nullable String nextCursor) {}

  /// Which notices are meant; all of them where none is named.
  record ReadMarks(@NotNull @Size(max = 1000) List<UUID> ids) {}

  /// How somebody looks at what they were told.
  record ListParameters(
      @Nullable String topic,
      @Nullable Boolean unread,
      @Nullable Integer limit,
      @Nullable UUID cursor) {

    NoticeQueries.Part part() {
      var most = Math.clamp(limit == null ? 30 : limit, 1, MOST);
      return new NoticeQueries.Part(topic, Boolean.TRUE.equals(unread), most, cursor);
    }
  }

  @GetMapping
  NotificationPage listNotifications(
      Viewer viewer, HttpServletRequest request, ListParameters parameters) {
    viewer.requireAllScopes();
    var part = parameters.part();
    var found = queries.list(viewer.id(), part);
    var shown = found.subList(0, Math.min(part.limit(), found.size()));
    return new NotificationPage(
        reader.read(viewer, shown, ProblemAnswers.language(request)),
        found.size() > part.limit() ? shown.getLast().id().toString() : null);
  }

  @GetMapping("/unread")
  Unread countUnread(Viewer viewer) {
    viewer.requireAllScopes();
    var unread = queries.unread(Set.of(viewer.id())).get(viewer.id());
    if (unread == null) {
      throw CommonProblem.NOT_LOGGED_IN.with();
    }
    return unread;
  }

  /// @param seconds after how long the browser shall ask anew
  @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter watchNotifications(Viewer viewer, @RequestParam(defaultValue = "300") int seconds) {
    viewer.requireAllScopes();
    return streams.open(viewer.id(), Duration.ofSeconds(Math.clamp(seconds, 0, LONGEST)));
  }

  @PutMapping("/read-marks")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void markRead(Viewer viewer, @Valid @RequestBody ReadMarks marks) {
    notices.markRead(viewer, marks.ids());
  }

  @DeleteMapping("/{id}/read-mark")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void markUnread(Viewer viewer, @PathVariable UUID id) {
    notices.markUnread(viewer, id);
  }
}
