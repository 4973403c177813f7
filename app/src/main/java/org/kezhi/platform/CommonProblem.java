package org.kezhi.platform;

import org.springframework.http.HttpStatus;

/// Problems that belong to no module in particular.
public enum CommonProblem implements ProblemType {
  NOT_FOUND("not-found", HttpStatus.NOT_FOUND),
  NOT_ALLOWED("not-allowed", HttpStatus.FORBIDDEN),
  NOT_LOGGED_IN("not-logged-in", HttpStatus.UNAUTHORIZED),
  INVALID("invalid", HttpStatus.BAD_REQUEST),
  MALFORMED("malformed", HttpStatus.BAD_REQUEST),
  METHOD_NOT_ALLOWED("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED),
  UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE),
  TOO_LARGE("too-large", HttpStatus.CONTENT_TOO_LARGE),
  CONFLICT("conflict", HttpStatus.CONFLICT),
  TRY_AGAIN("try-again", HttpStatus.CONFLICT),
  UNAVAILABLE("unavailable", HttpStatus.SERVICE_UNAVAILABLE),
  UNEXPECTED("unexpected", HttpStatus.INTERNAL_SERVER_ERROR);

  private final String slug;
  private final HttpStatus status;

  CommonProblem(String slug, HttpStatus status) {
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
