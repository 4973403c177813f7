package org.kezhi.mapping;

import org.kezhi.platform.ProblemType;
import org.springframework.http.HttpStatus;

/// What can go wrong with stored mappings.
enum MappingProblem implements ProblemType {
  TOO_MANY("too-many-mappings", HttpStatus.CONFLICT);

  private final String slug;
  private final HttpStatus status;

  MappingProblem(String slug, HttpStatus status) {
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
