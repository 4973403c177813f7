package org.kezhi.access;

import org.kezhi.platform.ProblemType;
import org.springframework.http.HttpStatus;

/// What can go wrong with log-ins and rights.
enum AccessProblem implements ProblemType {
  WRONG_PASSWORD("wrong-password", HttpStatus.UNAUTHORIZED),
  TOO_MANY_ATTEMPTS("too-many-attempts", HttpStatus.TOO_MANY_REQUESTS),
  WRONG_CURRENT_PASSWORD("wrong-current-password", HttpStatus.CONFLICT),
  LAST_ADMINISTRATOR("last-administrator", HttpStatus.CONFLICT);

  private final String slug;
  private final HttpStatus status;

  AccessProblem(String slug, HttpStatus status) {
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
