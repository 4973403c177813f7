package org.kezhi.merge;

import jakarta.validation.Valid;
import java.util.UUID;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.platform.LockRetry;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Lets people merge records of every kind, and take that back.
@RestController
@RequestMapping("/api")
@PreAuthorize("isAuthenticated()")
class MergeController {

  private final Merges merges;
  private final MergeUndo undoing;
  private final MergeViews views;
  private final Policy policy;

  MergeController(Merges merges, MergeUndo undoing, MergeViews views, Policy policy) {
    this.merges = merges;
    this.undoing = undoing;
    this.views = views;
    this.policy = policy;
  }

  @PostMapping("/{path}/merges/preview")
  MergePreview previewMergeOf(
      Viewer viewer, @PathVariable String path, @Valid @RequestBody MergeOrder order) {
    return merges.preview(viewer, policy.visible(viewer, path), order);
  }

  @PostMapping("/{path}/merges")
  @ResponseStatus(HttpStatus.CREATED)
  RecordMerge.Done merge(
      Viewer viewer, @PathVariable String path, @Valid @RequestBody MergeOrder order) {
    return LockRetry.of(() -> merges.merge(viewer, policy.visible(viewer, path), order));
  }

  @GetMapping("/{path}/{id}/merges")
  MergeViews.RecordMergeList merges(
      Viewer viewer, @PathVariable String path, @PathVariable UUID id) {
    return views.list(viewer, policy.visible(viewer, path), id);
  }

  @PostMapping("/merges/{id}/undo")
  RecordMerge.Undone undoMerge(Viewer viewer, @PathVariable UUID id) {
    return LockRetry.of(() -> undoing.undo(viewer, id));
  }
}
