package org.kezhi.insight;

import org.kezhi.platform.ProblemType;
import org.springframework.http.HttpStatus;

/// What can go wrong with the value figures.
enum ValueProblem implements ProblemType {
  NOT_COMPUTED("value-not-computed", HttpStatus.NOT_FOUND),
  BAD_DAY("value-bad-day", HttpStatus.BAD_REQUEST),
  BAD_SETTINGS("value-bad-settings", HttpStatus.BAD_REQUEST);

  private final String slug;
  private final HttpStatus status;

  ValueProblem(String slug, HttpStatus status) {
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
