package org.kezhi.bulk;

import org.kezhi.platform.ProblemType;
import org.springframework.http.HttpStatus;

/// What can go wrong with changing many records.
enum BulkProblem implements ProblemType {
  INVALID_BULK("invalid-bulk", HttpStatus.BAD_REQUEST),
  NOTHING_CHOSEN("bulk-nothing-chosen", HttpStatus.BAD_REQUEST),
  TOO_MANY_CHOSEN("bulk-too-many", HttpStatus.BAD_REQUEST),
  NOT_OVER("bulk-not-over", HttpStatus.CONFLICT),
  UNDONE("bulk-undone", HttpStatus.CONFLICT),
  UNDO_TOO_LATE("bulk-undo-too-late", HttpStatus.CONFLICT);

  private final String slug;
  private final HttpStatus status;

  BulkProblem(String slug, HttpStatus status) {
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
