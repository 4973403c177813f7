package org.kezhi.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.kezhi.formula.Token.Kind;

/// Reads a formula into a tree, as deep as is good for everybody.
final class Parser {

  static final int MAX_LENGTH = 2_000;
  static final int MAX_DEPTH = 100;

  /// What binds two things, the loosest first.
  private static final List<Set<String>> LEVELS =
      List.of(
          Set.of("or"),
          Set.of("and"),
          Set.of("=", "==", "<>", "!=", "<", "<=", ">", ">="),
          Set.of("&"),
          Set.of("+", "-"),
          Set.of("*", "/", "%"));

  private static final int COMPARISONS = 2;

  private final List<Token> tokens;
  private int next;
  private int depth;

  private Parser(List<Token> tokens) {
    this.tokens = tokens;
  }

  static Node parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw Mistake.TOO_LONG.at(new Token(Kind.END, "", MAX_LENGTH + 1), MAX_LENGTH);
    }
    var parser = new Parser(Lexer.tokens(text));
    if (parser.peek().kind() == Kind.END) {
      throw Mistake.NOTHING.at(parser.peek());
    }
    var node = parser.binary(0);
    if (parser.peek().kind() != Kind.END) {
      throw unexpected(parser.peek());
    }
    return node;
  }

  private Node binary(int level) {
    if (level == LEVELS.size()) {
      return unary();
    } else if (level == COMPARISONS && peek().isWord("not")) {
      var not = take();
      deeper(not);
      var node = new Node.Unary(not, binary(level));
      depth--;
      return node;
    }
    var left = binary(level + 1);
    while (LEVELS.get(level).contains(operator(peek()))) {
      var sign = take();
      left = new Node.Binary(sign, operator(sign), left, binary(level + 1));
      if (level == COMPARISONS && LEVELS.get(level).contains(operator(peek()))) {
        throw unexpected(peek());
      }
    }
    return left;
  }

  private static String operator(Token token) {
    return switch (token.kind()) {
      case SIGN -> token.text();
      case NAME -> token.text().toLowerCase(Locale.ROOT);
      default -> "";
    };
  }

  private Node unary() {
    if (peek().isSign("-") || peek().isSign("+")) {
      var sign = take();
      deeper(sign);
      var operand = unary();
      depth--;
      return new Node.Unary(sign, operand);
    }
    return primary();
  }

  private Node primary() {
    var token = take();
    return switch (token.kind()) {
      case NUMBER -> new Node.Number(token);
      case TEXT -> new Node.Text(token);
      case NAME -> name(token);
      case SIGN -> {
        if (!token.isSign("(")) {
          throw unexpected(token);
        }
        deeper(token);
        var inner = binary(0);
        depth--;
        expect(")");
        yield inner;
      }
      case END -> throw Mistake.UNFINISHED.at(token);
    };
  }

  private Node name(Token token) {
    if (peek().isSign("(")) {
      return call(token);
    }
    return switch (operator(token)) {
      case "true" -> new Node.Truth(token, true);
      case "false" -> new Node.Truth(token, false);
      case "empty" -> new Node.Empty(token);
      case "and", "or", "not" -> throw unexpected(token);
      default -> new Node.Name(token);
    };
  }

  private Node call(Token name) {
    deeper(name);
    expect("(");
    var arguments = new ArrayList<Node>();
    if (!peek().isSign(")")) {
      arguments.add(binary(0));
      while (peek().isSign(",")) {
        take();
        arguments.add(binary(0));
      }
    }
    expect(")");
    depth--;
    return new Node.Call(name, List.copyOf(arguments));
  }

  private void deeper(Token token) {
    if (++depth > MAX_DEPTH) {
      throw Mistake.TOO_DEEP.at(token, MAX_DEPTH);
    }
  }

  private void expect(String sign) {
    var token = take();
    if (token.kind() == Kind.END) {
      throw Mistake.UNFINISHED.at(token);
    } else if (!token.isSign(sign)) {
      throw unexpected(token);
    }
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    var token = tokens.get(next);
    next = Math.min(next + 1, tokens.size() - 1);
    return token;
  }

  private static FormulaError unexpected(Token token) {
    return token.kind() == Kind.END
        ? Mistake.UNFINISHED.at(token)
        : Mistake.UNEXPECTED.at(token, token.text());
  }
}
