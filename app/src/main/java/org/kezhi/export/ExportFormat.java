package org.kezhi.export;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// What kind of file a list becomes.
enum ExportFormat {
  CSV("csv", "csv"),
  XLSX("xlsx", "xlsx"),
  VCARD("vcard", "vcf");

  private final String code;
  private final String ending;

  ExportFormat(String code, String ending) {
    this.code = code;
    this.ending = ending;
  }

  @JsonValue
  String code() {
    return code;
  }

  String ending() {
    return ending;
  }

  @JsonCreator
  static ExportFormat of(String code) {
    for (var format : values()) {
      if (format.code.equals(code)) {
        return format;
      }
    }
    throw new IllegalArgumentException(code);
  }
}
