package org.kezhi.formula;

import org.kezhi.record.FieldKind;

/// What the parts of a formula can be.
enum Kind {
  NUMBER,
  MONEY,
  PERCENT,
  TEXT,
  DATE,
  INSTANT,
  YES_NO,
  REFERENCE,
  EMPTY;

  static Kind of(FieldKind kind) {
    return switch (kind) {
      case NUMBER -> NUMBER;
      case MONEY -> MONEY;
      case PERCENT -> PERCENT;
      case TEXT, LONG_TEXT, PHONE, EMAIL, URL, CREDIT_CODE, CHOICE -> TEXT;
      case DATE -> DATE;
      case INSTANT -> INSTANT;
      case YES_NO -> YES_NO;
      case REFERENCE -> REFERENCE;
      case CHOICES, REFERENCES -> throw new IllegalArgumentException(kind.code());
    };
  }

  FieldKind asField() {
    return switch (this) {
      case NUMBER -> FieldKind.NUMBER;
      case MONEY -> FieldKind.MONEY;
      case PERCENT -> FieldKind.PERCENT;
      case TEXT, REFERENCE, EMPTY -> FieldKind.TEXT;
      case DATE -> FieldKind.DATE;
      case INSTANT -> FieldKind.INSTANT;
      case YES_NO -> FieldKind.YES_NO;
    };
  }

  boolean isNumeric() {
    return this == NUMBER || this == MONEY || this == PERCENT;
  }

  boolean isTemporal() {
    return this == DATE || this == INSTANT;
  }
}
