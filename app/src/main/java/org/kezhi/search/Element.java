package org.kezhi.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A piece of text that search looks at: one Chinese character, another single sign, or a word.
///
/// @param from where it begins in the text that a person wrote
/// @param to where it ends there
record Element(Kind kind, String text, int from, int to) {

  enum Kind {
    HAN,
    SIGN,
    WORD
  }

  private static final int LONGEST_WORD = 64;

  boolean isWord() {
    return kind == Kind.WORD;
  }

  boolean isHan() {
    return kind == Kind.HAN;
  }

  /// The pieces of a text in order, whatever stands between them.
  static List<Element> of(String text) {
    return parts(text).stream().flatMap(List::stream).toList();
  }

  /// The pieces of a text, cut where spaces or punctuation stand.
  static List<List<Element>> parts(String text) {
    var parts = new Parts();
    for (int at = 0; at < text.length(); ) {
      int code = text.codePointAt(at);
      int end = at + Character.charCount(code);
      parts.add(plain(code), at, end);
      at = end;
    }
    parts.cut();
    return parts.all;
  }

  /// Whether a text has just these signs, whatever stands between them.
  static boolean says(String text, String signs) {
    int place = 0;
    for (int code : text.codePoints().toArray()) {
      for (int sign : plain(code).codePoints().filter(Element::isPart).toArray()) {
        if (place == signs.length() || signs.codePointAt(place) != sign) {
          return false;
        }
        place += Character.charCount(sign);
      }
    }
    return place == signs.length();
  }

  private static boolean isPart(int code) {
    return !isMark(code)
        && (Character.isIdeographic(code) || isSign(code) || Character.isLetterOrDigit(code));
  }

  /// Full width becomes half, capitals small, and letters lose their accents.
  private static String plain(int code) {
    if (code < 128) {
      return String.valueOf((char) Character.toLowerCase(code));
    }
    if (code >= 0x4e00 && code <= 0x9fff) { // most Chinese characters, of which none changes
      return Character.toString(code);
    }
    if (Character.getType(code) == Character.SURROGATE) {
      return " ";
    }
    var text = Normalizer.normalize(Character.toString(code), Form.NFKC).toLowerCase(Locale.ROOT);
    return text.length() == 1 && UnicodeScript.of(text.charAt(0)) == UnicodeScript.LATIN
        ? Normalizer.normalize(text, Form.NFD).substring(0, 1)
        : text;
  }

  private static final class Parts {

    private final List<List<Element>> all = new ArrayList<>();
    private List<Element> part = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int wordFrom;
    private int wordTo;

    void add(String text, int from, int to) {
      text.codePoints().forEach(code -> add(code, from, to));
    }

    private void add(int code, int from, int to) {
      if (isMark(code)) {
        return;
      }
      if (Character.isIdeographic(code) || isSign(code)) {
        endWord();
        var kind = Character.isIdeographic(code) ? Kind.HAN : Kind.SIGN;
        part.add(new Element(kind, Character.toString(code), from, to));
      } else if (Character.isLetterOrDigit(code)) {
        if (word.length() >= LONGEST_WORD) {
          endWord();
        }
        wordFrom = word.isEmpty() ? from : wordFrom;
        wordTo = to;
        word.appendCodePoint(code);
      } else {
        cut();
      }
    }

    void cut() {
      endWord();
      if (!part.isEmpty()) {
        all.add(part);
        part = new ArrayList<>();
      }
    }

    private void endWord() {
      if (!word.isEmpty()) {
        part.add(new Element(Kind.WORD, word.toString(), wordFrom, wordTo));
        word.setLength(0);
      }
    }
  }

  /// Accents, variation selectors and joiners change how the sign before them looks, no more.
  private static boolean isMark(int code) {
    return switch (Character.getType(code)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
      default -> Character.isEmojiModifier(code);
    };
  }

  private static boolean isSign(int code) {
    return switch (UnicodeScript.of(code)) {
      case HIRAGANA, KATAKANA, HANGUL -> Character.isLetter(code);
      default -> code > 0x2000 && Character.getType(code) == Character.OTHER_SYMBOL;
    };
  }
}
