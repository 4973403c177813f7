package org.kezhi.export;

import org.kezhi.platform.ProblemType;
import org.springframework.http.HttpStatus;

/// What can go wrong with exports.
enum ExportProblem implements ProblemType {
  EXPORT_NOT_READY("export-not-ready", HttpStatus.CONFLICT),
  EXPORT_GONE("export-gone", HttpStatus.GONE),
  NO_CARDS("no-cards", HttpStatus.BAD_REQUEST),
  TOO_MANY_EXPORTS("too-many-exports", HttpStatus.TOO_MANY_REQUESTS);

  private final String slug;
  private final HttpStatus status;

  ExportProblem(String slug, HttpStatus status) {
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
