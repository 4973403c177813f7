package org.kezhi.file;

import org.kezhi.platform.ProblemType;
import org.springframework.http.HttpStatus;

/// What can go wrong with files.
enum FileProblem implements ProblemType {
  FILE_TOO_LARGE("file-too-large", HttpStatus.CONTENT_TOO_LARGE),
  UPLOAD_TOO_LONG("upload-too-long", HttpStatus.CONTENT_TOO_LARGE),
  UPLOAD_GOES_ON_ELSEWHERE("upload-goes-on-elsewhere", HttpStatus.CONFLICT),
  UPLOAD_BUSY("upload-busy", HttpStatus.CONFLICT),
  UPLOAD_BROKE_OFF("upload-broke-off", HttpStatus.BAD_REQUEST),
  FILE_DAMAGED("file-damaged", HttpStatus.UNPROCESSABLE_CONTENT),
  STORAGE_FULL("storage-full", HttpStatus.INSUFFICIENT_STORAGE),
  STORE_AWAY("file-store-away", HttpStatus.SERVICE_UNAVAILABLE),
  CONTENT_MISSING("content-missing", HttpStatus.GONE),
  NO_PREVIEW("no-preview", HttpStatus.UNPROCESSABLE_CONTENT),
  FILE_CHANGED("file-changed", HttpStatus.PRECONDITION_FAILED);

  private final String slug;
  private final HttpStatus status;

  FileProblem(String slug, HttpStatus status) {
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
