package org.kezhi.transfer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Viewer;
import org.kezhi.platform.ProblemAnswers;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Lets people bring files in, step by step.
@RestController
@RequestMapping("/api/imports")
@PreAuthorize("isAuthenticated()")
class ImportController {

  private static final int MOST = 200;

  private final Imports imports;
  private final ImportViews views;
  private final BadRowFile badRows;

  ImportController(Imports imports, ImportViews views, BadRowFile badRows) {
    this.imports = imports;
    this.views = views;
    this.badRows = badRows;
  }

  @PostMapping
  ResponseEntity<ImportView> createImport(
      Viewer viewer,
      HttpServletRequest request,
      @RequestParam MultipartFile file,
      @RequestParam String object) {
    var id = imports.create(viewer, object, name(file), target -> keep(target, file));
    return ResponseEntity.created(URI.create("/api/imports/" + id))
        .body(getImport(viewer, request, id));
  }

  @GetMapping
  ImportSummary.ImportPage listImports(
      Viewer viewer,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam @Nullable UUID cursor) {
    var size = Math.clamp(limit, 1, MOST);
    var found = imports.list(viewer, cursor, size + 1);
    var items = found.stream().limit(size).map(ImportSummary::of).toList();
    var next = found.size() > size ? items.getLast().id().toString() : null;
    return new ImportSummary.ImportPage(items, next);
  }

  @GetMapping("/{id}")
  ImportView getImport(Viewer viewer, HttpServletRequest request, @PathVariable UUID id) {
    return views.show(
        viewer.importing(), imports.mine(viewer, id), ProblemAnswers.language(request));
  }

  @PatchMapping("/{id}")
  ImportView changeImport(
      Viewer viewer,
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestBody ChangeImport change) {
    imports.change(viewer, id, change);
    return getImport(viewer, request, id);
  }

  @PostMapping("/{id}/trial")
  @ResponseStatus(HttpStatus.ACCEPTED)
  ImportTrial tryImport(Viewer viewer, @PathVariable UUID id) {
    return new ImportTrial(imports.tryOut(viewer, id));
  }

  @PostMapping("/{id}/run")
  @ResponseStatus(HttpStatus.ACCEPTED)
  ImportView runImport(Viewer viewer, HttpServletRequest request, @PathVariable UUID id) {
    imports.run(viewer, id);
    return getImport(viewer, request, id);
  }

  @PutMapping("/{id}/cancellation")
  ImportView cancelImport(Viewer viewer, HttpServletRequest request, @PathVariable UUID id) {
    var before = getImport(viewer, request, id);
    imports.cancel(viewer, id);
    return before;
  }

  @PostMapping("/{id}/undo")
  @ResponseStatus(HttpStatus.ACCEPTED)
  ImportView undoImport(Viewer viewer, HttpServletRequest request, @PathVariable UUID id) {
    imports.undo(viewer, id);
    return getImport(viewer, request, id);
  }

  @GetMapping("/{id}/bad-rows.csv")
  void downloadBadRows(
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response,
      @PathVariable UUID id)
      throws IOException {
    var run = imports.mine(viewer, id);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"bad-rows.csv\"");
    response.setHeader("X-Content-Type-Options", "nosniff");
    badRows.write(run, ProblemAnswers.language(request), response.getOutputStream());
  }

  private static void keep(Path target, MultipartFile file) {
    try {
      file.transferTo(target.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The last part of what the browser calls the file, without characters that nobody can see.
  private static String name(MultipartFile file) {
    var name = file.getOriginalFilename();
    var plain = name == null ? "" : name.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
    return plain.isBlank() ? "file" : plain.substring(0, Math.min(plain.length(), 200));
  }
}
