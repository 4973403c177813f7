package org.kezhi.record;

import org.kezhi.platform.ProblemType;
import org.springframework.http.HttpStatus;

/// What can go wrong with any kind of record.
public enum RecordProblem implements ProblemType {
  INVALID_FILTER("invalid-filter", HttpStatus.BAD_REQUEST),
  INVALID_SORT("invalid-sort", HttpStatus.BAD_REQUEST),
  INVALID_CURSOR("invalid-cursor", HttpStatus.BAD_REQUEST),
  INVALID_COLUMNS("invalid-columns", HttpStatus.BAD_REQUEST),
  INVALID_RECORD("invalid-record", HttpStatus.BAD_REQUEST),
  VERSION_REQUIRED("version-required", HttpStatus.PRECONDITION_REQUIRED),
  STALE("stale", HttpStatus.PRECONDITION_FAILED),
  MERGED("merged", HttpStatus.GONE),
  TAKEN("taken", HttpStatus.CONFLICT),
  STILL_USED("still-used", HttpStatus.CONFLICT),
  FOLLOWS_DELETED("follows-deleted", HttpStatus.CONFLICT),
  KEY_REUSED("idempotency-key-reused", HttpStatus.UNPROCESSABLE_CONTENT);

  private final String slug;
  private final HttpStatus status;

  RecordProblem(String slug, HttpStatus status) {
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
