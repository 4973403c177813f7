package org.kezhi.layout;

import org.kezhi.platform.ProblemType;
import org.springframework.http.HttpStatus;

/// What can go wrong with layouts.
enum LayoutProblem implements ProblemType {
  STALE("layout-changed", HttpStatus.PRECONDITION_FAILED);

  private final String slug;
  private final HttpStatus status;

  LayoutProblem(String slug, HttpStatus status) {
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
