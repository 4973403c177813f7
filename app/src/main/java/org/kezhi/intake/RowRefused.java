package org.kezhi.intake;

/// Says that a batch cannot be written because of one of its lines.
public final class RowRefused extends RuntimeException {

  private final String field;
  private final String code;

  RowRefused(String field, String code) {
    super(code, null, false, false);
    this.field = field;
    this.code = code;
  }

  String field() {
    return field;
  }

  String code() {
    return code;
  }
}
