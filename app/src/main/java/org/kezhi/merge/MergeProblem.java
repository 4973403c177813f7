package org.kezhi.merge;

import org.kezhi.platform.ProblemType;
import org.springframework.http.HttpStatus;

/// What stands in the way of a merge or of undoing it.
enum MergeProblem implements ProblemType {
  NOT_MERGEABLE("not-mergeable", HttpStatus.CONFLICT),
  DIFFERENT_CURRENCIES("different-currencies", HttpStatus.CONFLICT),
  CANNOT_REFER("merge-cannot-refer", HttpStatus.CONFLICT),
  UNDONE("merge-undone", HttpStatus.CONFLICT),
  UNDO_OVER("merge-undo-over", HttpStatus.CONFLICT),
  MERGED_AGAIN("merged-again", HttpStatus.CONFLICT),
  SURVIVOR_GONE("merge-survivor-gone", HttpStatus.CONFLICT);

  private final String slug;
  private final HttpStatus status;

  MergeProblem(String slug, HttpStatus status) {
    this.slug = slug;
    this.status = status;
  }

  @Override
  public String slug() {
    return slug;
  }

  @Override
  public HttpStatus status() {
    return status;
  }
}
