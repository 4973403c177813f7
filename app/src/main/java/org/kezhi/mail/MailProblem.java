package org.kezhi.mail;

import org.kezhi.platform.ProblemType;
import org.springframework.http.HttpStatus;

/// What can go wrong with mail.
enum MailProblem implements ProblemType {
  NO_SERVER("no-mail-server", HttpStatus.CONFLICT),
  NOT_SENT("mail-not-sent", HttpStatus.CONFLICT),
  SECRET_LOST("mail-secret-lost", HttpStatus.CONFLICT);

  private final String slug;
  private final HttpStatus status;

  MailProblem(String slug, HttpStatus status) {
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
