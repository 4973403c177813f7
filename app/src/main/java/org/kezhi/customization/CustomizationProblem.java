package org.kezhi.customization;

import org.kezhi.platform.ProblemType;
import org.springframework.http.HttpStatus;

/// What can go wrong when fields and kinds of record are changed.
enum CustomizationProblem implements ProblemType {
  BUILT_IN("built-in", HttpStatus.CONFLICT),
  NOT_BUILT_IN("not-built-in", HttpStatus.CONFLICT),
  NOT_RETIRED("not-retired", HttpStatus.CONFLICT),
  STILL_NEEDED("still-needed", HttpStatus.CONFLICT),
  TOO_MANY("too-many-fields", HttpStatus.CONFLICT),
  BUSY("table-busy", HttpStatus.SERVICE_UNAVAILABLE);

  private final String slug;
  private final HttpStatus status;

  CustomizationProblem(String slug, HttpStatus status) {
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
