package org.kezhi.transfer;

import org.kezhi.platform.ProblemType;
import org.springframework.http.HttpStatus;

/// What can go wrong with bringing files in.
enum TransferProblem implements ProblemType {
  INVALID_IMPORT("invalid-import", HttpStatus.BAD_REQUEST),
  IMPORT_ON_TRIAL("import-on-trial", HttpStatus.CONFLICT),
  IMPORT_STARTED("import-started", HttpStatus.CONFLICT),
  IMPORT_NOT_OVER("import-not-over", HttpStatus.CONFLICT),
  IMPORT_UNDONE("import-undone", HttpStatus.CONFLICT);

  private final String slug;
  private final HttpStatus status;

  TransferProblem(String slug, HttpStatus status) {
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
