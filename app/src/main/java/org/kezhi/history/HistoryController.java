package org.kezhi.history;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.platform.ProblemAnswers;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Answers what happened to a record and with it.
@RestController
@PreAuthorize("isAuthenticated()")
class HistoryController {

  private final HistoryQueries history;
  private final Timeline timeline;
  private final Policy policy;

  HistoryController(HistoryQueries history, Timeline timeline, Policy policy) {
    this.history = history;
    this.timeline = timeline;
    this.policy = policy;
  }

  @GetMapping("/api/{path}/{id}/history")
  HistoryPage history(
      Viewer viewer,
      @PathVariable String path,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String cursor,
      HttpServletRequest request) {
    var type = policy.visible(viewer, path);
    var reader = new HistoryQueries.Reader(viewer, ProblemAnswers.language(request));
    return history.of(reader, type, id, cursor);
  }

  @GetMapping("/api/{path}/{id}/timeline")
  TimelinePage timeline(
      Viewer viewer,
      @PathVariable String path,
      @PathVariable UUID id,
      TimelineParameters parameters,
      HttpServletRequest request) {
    var type = policy.visible(viewer, path);
    var reader = new HistoryQueries.Reader(viewer, ProblemAnswers.language(request));
    return timeline.of(reader, type, id, parameters.query());
  }

  /// The parameters of a timeline as they stand in an address; the kinds are separated by commas.
  record TimelineParameters(
      @Nullable Integer limit,
      @Nullable String cursor,
      @Nullable String kinds,
      @Nullable UUID person,
      @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
      @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
      @Nullable String q) {

    private static final int USUAL = 20;

    TimelineQuery query() {
      return new TimelineQuery(
          limit == null ? USUAL : limit,
          cursor,
          kinds == null || kinds.isBlank() ? List.of() : List.of(kinds.split(",", -1)),
          person,
          from,
          to,
          q);
    }
  }
}
