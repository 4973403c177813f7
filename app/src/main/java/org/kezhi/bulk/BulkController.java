package org.kezhi.bulk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.kezhi.access.Viewer;
import org.kezhi.platform.Labels;
import org.kezhi.platform.ProblemAnswers;
import org.kezhi.sheet.CsvLine;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Lets people change many records at once.
@RestController
@RequestMapping("/api/bulk-runs")
@PreAuthorize("isAuthenticated()")
class BulkController {

  private static final int MOST = 200;

  private final BulkRuns runs;
  private final BulkResults results;
  private final Labels labels;

  BulkController(BulkRuns runs, BulkResults results, Labels labels) {
    this.runs = runs;
    this.results = results;
    this.labels = labels;
  }

  @PostMapping("/preview")
  BulkPreview previewBulkRun(
      Viewer viewer, HttpServletRequest request, @RequestBody BulkOrder order) {
    return runs.preview(viewer, order, ProblemAnswers.language(request));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  BulkRunView startBulkRun(Viewer viewer, @RequestBody BulkOrder order) {
    return getBulkRun(viewer, runs.start(viewer, order));
  }

  @GetMapping("/{id}")
  BulkRunView getBulkRun(Viewer viewer, @PathVariable UUID id) {
    return results.show(runs.mine(viewer, id));
  }

  @PutMapping("/{id}/cancellation")
  BulkRunView cancelBulkRun(Viewer viewer, @PathVariable UUID id) {
    runs.cancel(viewer, id);
    return getBulkRun(viewer, id);
  }

  @PostMapping("/{id}/undo")
  @ResponseStatus(HttpStatus.ACCEPTED)
  BulkRunView undoBulkRun(Viewer viewer, @PathVariable UUID id) {
    runs.undo(viewer, id);
    return getBulkRun(viewer, id);
  }

  @GetMapping("/{id}/failures")
  BulkFailure.BulkFailurePage listBulkFailures(
      Viewer viewer,
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "0") long cursor) {
    var size = Math.clamp(limit, 1, MOST);
    var page = new BulkResults.Page(cursor, size + 1);
    var found =
        results.failures(viewer, runs.mine(viewer, id), ProblemAnswers.language(request), page);
    var items = found.stream().limit(size).toList();
    var next = found.size() > size ? String.valueOf(items.getLast().number()) : null;
    return new BulkFailure.BulkFailurePage(items, next);
  }

  @GetMapping("/{id}/failures.csv")
  void downloadBulkFailures(
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response,
      @PathVariable UUID id)
      throws IOException {
    var run = runs.mine(viewer, id);
    var language = ProblemAnswers.language(request);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"failures.csv\"");
    response.setHeader("X-Content-Type-Options", "nosniff");
    var out =
        new BufferedWriter(
            new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    out.write("\ufeff");
    write(
        out,
        List.of(
            labels.text(language, "bulk.failures.record"),
            labels.text(language, "bulk.failures.reason"),
            "id"));
    var after = 0L;
    var page = results.failures(viewer, run, language, new BulkResults.Page(after, MOST));
    while (!page.isEmpty()) {
      for (var failure : page) {
        var title = failure.title();
        var reason = failure.reason() + fields(failure);
        write(out, List.of(title == null ? "" : title, reason, failure.id().toString()));
      }
      after = page.getLast().number();
      page = results.failures(viewer, run, language, new BulkResults.Page(after, MOST));
    }
    out.flush();
  }

  private static String fields(BulkFailure failure) {
    return failure.fields().isEmpty() ? "" : " " + String.join(", ", failure.fields());
  }

  private static void write(BufferedWriter out, List<String> cells) throws IOException {
    out.write(CsvLine.of(cells));
    out.write("\r\n");
  }
}
