package org.kezhi.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kezhi.formula.Token.Kind;
import org.kezhi.record.FieldValues;

/// Cuts a formula into tokens. Signs may be written as Chinese keyboards write them.
final class Lexer {

  private static final int FULL_WIDTH = '！' - '!';
  private static final Set<String> PAIRS = Set.of("<=", ">=", "<>", "!=", "==");
  private static final Map<Character, String> SAME =
      Map.of('≤', "<=", '≥', ">=", '≠', "<>", '×', "*", '÷', "/", '−', "-");

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int next;

  private Lexer(String source) {
    this.source = source;
  }

  static List<Token> tokens(String source) {
    var bad = FieldValues.firstUnstorable(source);
    if (bad > 0) {
      throw Mistake.BAD_CHARACTER.at(new Token(Kind.END, "", bad));
    }
    var lexer = new Lexer(source);
    while (lexer.next < source.length()) {
      lexer.token();
    }
    lexer.add(Kind.END, "", source.length());
    return List.copyOf(lexer.tokens);
  }

  private void token() {
    var c = sign(next);
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      next++;
    } else if (c == '\'' || c == '"' || isCurled(c)) {
      text();
    } else if (isDigit(c)) {
      number();
    } else if (isLetter(c)) {
      name();
    } else {
      operator();
    }
  }

  /// The character as an English keyboard would have written it.
  private char sign(int place) {
    var c = source.charAt(place);
    return c >= '！' && c <= '～' ? (char) (c - FULL_WIDTH) : c;
  }

  private static boolean isCurled(char c) {
    return c == '“' || c == '”' || c == '‘' || c == '’';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return c == '_' || Character.isLetter(c);
  }

  /// A text ends with the quote that it began with; written twice, the quote is part of it.
  private void text() {
    var start = next;
    var quote = source.charAt(next++);
    var text = new StringBuilder();
    while (next < source.length()) {
      var c = source.charAt(next++);
      if (!closes(quote, c)) {
        text.append(c);
      } else if (c == quote && next < source.length() && source.charAt(next) == c) {
        text.append(c);
        next++;
      } else {
        add(Kind.TEXT, text.toString(), start);
        return;
      }
    }
    throw Mistake.OPEN_TEXT.at(new Token(Kind.TEXT, "", start + 1));
  }

  private static boolean closes(char quote, char c) {
    return switch (quote) {
      case '“', '”' -> c == '“' || c == '”';
      case '‘', '’' -> c == '‘' || c == '’';
      default -> c == quote;
    };
  }

  private void number() {
    var start = next;
    digits();
    if (next + 1 < source.length() && sign(next) == '.' && isDigit(sign(next + 1))) {
      next++;
      digits();
    }
    add(Kind.NUMBER, written(start), start);
  }

  private void digits() {
    while (next < source.length() && isDigit(sign(next))) {
      next++;
    }
  }

  /// A name with the dots in it, as in `customer.region`.
  private void name() {
    var start = next;
    while (next < source.length()
        && (isLetter(sign(next))
            || isDigit(sign(next))
            || sign(next) == '.' && next + 1 < source.length() && isLetter(sign(next + 1)))) {
      next++;
    }
    add(Kind.NAME, written(start), start);
  }

  private void operator() {
    var start = next;
    var c = sign(next++);
    if (next < source.length() && PAIRS.contains("" + c + sign(next))) {
      next++;
      add(Kind.SIGN, written(start), start);
      return;
    }
    var same = SAME.get(c);
    if (same != null) {
      add(Kind.SIGN, same, start);
    } else if ("+-*/%&=<>(),".indexOf(c) >= 0) {
      add(Kind.SIGN, String.valueOf(c), start);
    } else {
      var shown = Character.toString(source.codePointAt(start));
      throw Mistake.UNEXPECTED.at(new Token(Kind.SIGN, shown, start + 1), shown);
    }
  }

  private String written(int start) {
    var text = new StringBuilder();
    for (var i = start; i < next; i++) {
      text.append(sign(i));
    }
    return text.toString();
  }

  private void add(Kind kind, String text, int start) {
    tokens.add(new Token(kind, text, start + 1));
  }
}
