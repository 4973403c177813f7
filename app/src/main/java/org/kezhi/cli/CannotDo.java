package org.kezhi.cli;

/// Ends a command with a sentence that says why.
final class CannotDo extends RuntimeException {

  CannotDo(String reason) {
    super(reason);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
