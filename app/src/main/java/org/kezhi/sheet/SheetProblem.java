package org.kezhi.sheet;

import org.kezhi.platform.ProblemType;
import org.springframework.http.HttpStatus;

/// Why a file cannot be read as a table.
public enum SheetProblem implements ProblemType {
  UNREADABLE_FILE("unreadable-file", HttpStatus.BAD_REQUEST),
  EMPTY_FILE("empty-file", HttpStatus.BAD_REQUEST),
  DANGEROUS_FILE("dangerous-file", HttpStatus.BAD_REQUEST),
  TOO_MANY_COLUMNS("too-many-columns", HttpStatus.BAD_REQUEST),
  FILE_GONE("import-file-gone", HttpStatus.CONFLICT);

  private final String slug;
  private final HttpStatus status;

  SheetProblem(String slug, HttpStatus status) {
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
