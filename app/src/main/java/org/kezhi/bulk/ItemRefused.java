package org.kezhi.bulk;

import org.kezhi.platform.FieldError;

/// Ends the transaction of a range because of one of its records, which has then to be found.
final class ItemRefused extends RuntimeException {

  private final transient FieldError error;

  ItemRefused(FieldError error) {
    super(error.code(), null, false, false);
    this.error = error;
  }

  FieldError error() {
    return error;
  }
}
