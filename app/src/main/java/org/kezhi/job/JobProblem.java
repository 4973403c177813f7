package org.kezhi.job;

import org.kezhi.platform.ProblemType;
import org.springframework.http.HttpStatus;

/// What can go wrong with background work.
enum JobProblem implements ProblemType {
  JOB_OVER("job-over", HttpStatus.CONFLICT),
  JOB_NOT_OVER("job-not-over", HttpStatus.CONFLICT);

  private final String slug;
  private final HttpStatus status;

  JobProblem(String slug, HttpStatus status) {
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
