package org.kezhi.view;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Viewer;
import org.kezhi.platform.ProblemAnswers;
import org.kezhi.record.SeenVersion;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Lets people keep and share what they look at in lists.
@RestController
@RequestMapping("/api/views")
@PreAuthorize("isAuthenticated()")
class ViewController {

  private final ListViews views;
  private final StandardViews standards;

  ViewController(ListViews views, StandardViews standards) {
    this.views = views;
    this.standards = standards;
  }

  /// The views that somebody may open.
  record ViewList(List<ListView> items) {}

  /// Everybody and all roles, and what their standard view is.
  record AudienceList(List<StandardViews.Audience> items) {}

  @GetMapping
  ViewList listViews(
      Viewer viewer,
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String object) {
    return new ViewList(views.list(viewer, object, ProblemAnswers.language(request)));
  }

  @GetMapping("/{id}")
  ResponseEntity<ListView> getView(
      Viewer viewer, HttpServletRequest request, @PathVariable UUID id) {
    return answer(ResponseEntity.ok(), views.get(viewer, id, ProblemAnswers.language(request)));
  }

  @PostMapping
  ResponseEntity<ListView> createView(
      Viewer viewer, HttpServletRequest request, @RequestBody CreateListView wanted) {
    var id = views.create(viewer, wanted);
    return answer(
        ResponseEntity.created(URI.create("/api/views/" + id)),
        views.get(viewer, id, ProblemAnswers.language(request)));
  }

  @PatchMapping("/{id}")
  ResponseEntity<ListView> updateView(
      Viewer viewer,
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String version,
      @RequestBody ChangeListView wanted) {
    var seen = new ListViews.Seen(id, SeenVersion.of(version));
    return answer(
        ResponseEntity.ok(), views.change(viewer, seen, wanted, ProblemAnswers.language(request)));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void deleteView(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String version) {
    views.delete(viewer, new ListViews.Seen(id, SeenVersion.of(version)));
  }

  @PutMapping("/{id}/pin")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void pinView(Viewer viewer, @PathVariable UUID id) {
    views.pin(viewer, id);
  }

  @DeleteMapping("/{id}/pin")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unpinView(Viewer viewer, @PathVariable UUID id) {
    views.unpin(viewer, id);
  }

  @PutMapping("/{id}/default")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void setDefaultView(Viewer viewer, @PathVariable UUID id) {
    views.openFirst(viewer, id);
  }

  @DeleteMapping("/{id}/default")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unsetDefaultView(Viewer viewer, @PathVariable UUID id) {
    views.openFirstNoMore(viewer, id);
  }

  @GetMapping("/{id}/standards")
  AudienceList listViewStandards(Viewer viewer, @PathVariable UUID id) {
    return new AudienceList(standards.audiences(viewer, id));
  }

  @PutMapping("/{id}/standards")
  AudienceList setViewStandards(
      Viewer viewer, @PathVariable UUID id, @RequestBody StandardFor wanted) {
    standards.set(viewer, id, wanted);
    return new AudienceList(standards.audiences(viewer, id));
  }

  private static ResponseEntity<ListView> answer(ResponseEntity.BodyBuilder answer, ListView view) {
    return answer.eTag("\"" + view.version() + "\"").body(view);
  }
}
