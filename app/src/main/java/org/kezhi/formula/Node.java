package org.kezhi.formula;

import java.util.List;

/// What the parser has understood: a formula as a tree.
sealed interface Node {

  /// The token that stands for it where something is wrong.
  Token at();

  /// A number.
  record Number(Token at) implements Node {}

  /// A text in quotes.
  record Text(Token at) implements Node {}

  /// True or false.
  record Truth(Token at, boolean value) implements Node {}

  /// The value of a field that has none.
  record Empty(Token at) implements Node {}

  /// A field of the record, or of one that it refers to.
  record Name(Token at) implements Node {}

  /// A minus or a `not` before something.
  record Unary(Token at, Node operand) implements Node {}

  /// Two things with a sign or a word between them.
  record Binary(Token at, String operator, Node left, Node right) implements Node {}

  /// A function with its arguments.
  record Call(Token at, List<Node> arguments) implements Node {}
}
