package org.kezhi.record;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The kinds of fields that people know, each with its own editor, operators and checks.
public enum FieldKind {
  TEXT("text"),
  LONG_TEXT("longText"),
  NUMBER("number"),
  MONEY("money"),
  PERCENT("percent"),
  DATE("date"),
  INSTANT("instant"),
  YES_NO("yesNo"),
  CHOICE("choice"),
  CHOICES("choices"),
  REFERENCE("reference"),
  REFERENCES("references"),
  PHONE("phone"),
  EMAIL("email"),
  URL("url"),
  CREDIT_CODE("creditCode");

  private final String code;

  FieldKind(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }

  /// The kind with this code.
  @JsonCreator
  public static FieldKind of(String code) {
    for (var kind : values()) {
      if (kind.code.equals(code)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(code);
  }

  public boolean isText() {
    return switch (this) {
      case TEXT, LONG_TEXT, PHONE, EMAIL, URL, CREDIT_CODE -> true;
      default -> false;
    };
  }

  public boolean isNumeric() {
    return this == NUMBER || this == MONEY || this == PERCENT;
  }

  /// Whether a record has any number of values, which are stored as an array.
  public boolean isMany() {
    return this == CHOICES || this == REFERENCES;
  }

  /// Whether it has one or more of the options of its field.
  public boolean isChoice() {
    return this == CHOICE || this == CHOICES;
  }

  /// Whether it points to one or more records.
  public boolean isReference() {
    return this == REFERENCE || this == REFERENCES;
  }

  /// How many characters a text may have; 0 where it is none.
  public int maxLength() {
    return this == LONG_TEXT ? 100_000 : isText() ? 500 : 0;
  }

  /// Whether a list can be put in this order: long texts, references and several values cannot.
  public boolean isSortable() {
    return this != LONG_TEXT && this != REFERENCE && !isMany();
  }
}
