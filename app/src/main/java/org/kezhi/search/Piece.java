package org.kezhi.search;

/// What stands for one element of a name in what a person typed.
record Piece(Kind kind, String text) {

  enum Kind {
    /// A whole syllable, or at the end the beginning of one.
    SYLLABLE,
    /// The first letter of a syllable.
    INITIAL,
    /// A Chinese character.
    HAN,
    /// Another single sign.
    SIGN,
    /// A word or number, or the beginning of one.
    WORD
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean isSpoken() {
    return kind == Kind.SYLLABLE || kind == Kind.INITIAL;
  }

  static Piece of(Element element) {
    return new Piece(
        switch (element.kind()) {
          case HAN -> Kind.HAN;
          case SIGN -> Kind.SIGN;
          case WORD -> Kind.WORD;
        },
        element.text());
  }
}
