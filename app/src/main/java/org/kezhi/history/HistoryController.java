package org.kezhi.history;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.platform.ProblemAnswers;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Answers what happened to a record.
@RestController
@PreAuthorize("isAuthenticated()")
class HistoryController {

  private final HistoryQueries history;
  private final Policy policy;

  HistoryController(HistoryQueries history, Policy policy) {
    this.history = history;
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
}
