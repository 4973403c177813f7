package org.kezhi.view;

import org.kezhi.platform.ProblemType;
import org.springframework.http.HttpStatus;

/// What can go wrong with views.
enum ViewProblem implements ProblemType {
  TAKEN("view-name-taken", HttpStatus.CONFLICT),
  TOO_MANY("too-many-views", HttpStatus.CONFLICT),
  NOT_SHARED("view-not-shared", HttpStatus.CONFLICT),
  STALE("view-changed", HttpStatus.PRECONDITION_FAILED);

  private final String slug;
  private final HttpStatus status;

  ViewProblem(String slug, HttpStatus status) {
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
