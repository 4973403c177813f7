package org.kezhi.formula;

import java.util.Locale;

/// A word, sign, number or text of a formula, and where it begins.
///
/// @param text what a text says, without its quotes; everything else as it was written
record Token(Kind kind, String text, int at) {

  enum Kind {
    NUMBER,
    TEXT,
    NAME,
    SIGN,
    END
  }

  boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  boolean isWord(String word) {
    return kind == Kind.NAME && text.toLowerCase(Locale.ROOT).equals(word);
  }
}
