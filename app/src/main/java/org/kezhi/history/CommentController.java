package org.kezhi.history;

import jakarta.validation.Valid;
import java.util.UUID;
import org.kezhi.access.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Answers what people say about a record and which entry of its history they pin.
@RestController
@RequestMapping("/api/{path}/{id}")
@PreAuthorize("isAuthenticated()")
class CommentController {

  private final Comments comments;

  CommentController(Comments comments) {
    this.comments = comments;
  }

  @GetMapping("/comments")
  Comment.CommentList comments(Viewer viewer, @PathVariable String path, @PathVariable UUID id) {
    return new Comment.CommentList(comments.of(viewer, path, id));
  }

  @PostMapping("/comments")
  @ResponseStatus(HttpStatus.CREATED)
  Comment.CommentList commentOn(
      Viewer viewer,
      @PathVariable String path,
      @PathVariable UUID id,
      @Valid @RequestBody WriteComment said) {
    comments.add(viewer, path, id, said);
    return comments(viewer, path, id);
  }

  @PutMapping("/comments/{comment}")
  Comment.CommentList changeCommentOf(
      Viewer viewer,
      @PathVariable String path,
      @PathVariable UUID id,
      @PathVariable UUID comment,
      @Valid @RequestBody WriteComment said) {
    comments.change(viewer, path, new Comments.Place(id, comment), said);
    return comments(viewer, path, id);
  }

  @DeleteMapping("/comments/{comment}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void deleteCommentOf(
      Viewer viewer, @PathVariable String path, @PathVariable UUID id, @PathVariable UUID comment) {
    comments.delete(viewer, path, id, comment);
  }

  @PutMapping("/pin")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void pinIn(
      Viewer viewer,
      @PathVariable String path,
      @PathVariable UUID id,
      @Valid @RequestBody Entry entry) {
    comments.pin(viewer, path, id, entry);
  }

  @DeleteMapping("/pin")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unpinIn(Viewer viewer, @PathVariable String path, @PathVariable UUID id) {
    comments.unpin(viewer, path, id);
  }
}
