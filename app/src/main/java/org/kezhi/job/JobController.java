package org.kezhi.job;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Viewer;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.ProblemAnswers;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Shows background work and lets people stop and repeat it.
@RestController
@RequestMapping("/api/jobs")
@PreAuthorize("isAuthenticated()")
class JobController {

  private static final int MOST = 200;

  private final Jobs jobs;
  private final JobQueries queries;
  private final JobEvents events;

  JobController(Jobs jobs, JobQueries queries, JobEvents events) {
    this.jobs = jobs;
    this.queries = queries;
    this.events = events;
  }

  @GetMapping
  JobQueries.JobPage listJobs(
      Viewer viewer,
      HttpServletRequest request,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam @Nullable UUID cursor) {
    queries.requireScope(viewer);
    var language = ProblemAnswers.language(request);
    return queries.list(viewer, language, Math.clamp(limit, 1, MOST), cursor);
  }

  @GetMapping("/{id}")
  Job getJob(Viewer viewer, HttpServletRequest request, @PathVariable UUID id) {
    queries.requireScope(viewer);
    return queries
        .find(viewer, ProblemAnswers.language(request), id)
        .orElseThrow(() -> CommonProblem.NOT_FOUND.with());
  }

  @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter watchJob(Viewer viewer, HttpServletRequest request, @PathVariable UUID id) {
    getJob(viewer, request, id);
    return events.watch(viewer, ProblemAnswers.language(request), id);
  }

  @PutMapping("/{id}/cancellation")
  Job cancelJob(Viewer viewer, HttpServletRequest request, @PathVariable UUID id) {
    getJob(viewer, request, id);
    jobs.cancel(id);
    return getJob(viewer, request, id);
  }

  @PutMapping("/{id}/retry")
  Job retryJob(Viewer viewer, HttpServletRequest request, @PathVariable UUID id) {
    getJob(viewer, request, id);
    jobs.retry(id);
    return getJob(viewer, request, id);
  }
}
