package org.kezhi.export;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.kezhi.access.Viewer;
import org.kezhi.platform.ProblemAnswers;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Lets people take lists away as files.
@RestController
@RequestMapping("/api/exports")
@PreAuthorize("isAuthenticated()")
class ExportController {

  private final Exports exports;

  ExportController(Exports exports) {
    this.exports = exports;
  }

  /// The exports that somebody has asked for, the newest first.
  record ExportList(List<ListExport> items) {}

  @GetMapping
  ExportList listExports(Viewer viewer) {
    return new ExportList(exports.list(viewer));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  ListExport startExport(
      Viewer viewer, HttpServletRequest request, @Valid @RequestBody CreateExport wanted) {
    var id = exports.start(viewer, wanted, ProblemAnswers.language(request));
    return getExport(viewer, id);
  }

  @GetMapping("/{id}")
  ListExport getExport(Viewer viewer, @PathVariable UUID id) {
    return exports.get(viewer, id);
  }

  @GetMapping("/{id}/content")
  ResponseEntity<Resource> downloadExport(Viewer viewer, @PathVariable UUID id) {
    var file = exports.content(viewer, id);
    var name = exports.get(viewer, id).fileName();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .cacheControl(CacheControl.noStore())
        .header("X-Content-Type-Options", "nosniff")
        .header(
            "Content-Disposition",
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(new FileSystemResource(file));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void deleteExport(Viewer viewer, @PathVariable UUID id) {
    exports.delete(viewer, id);
  }
}
