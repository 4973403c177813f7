package org.kezhi.formula;

import java.util.List;

/// How much there is in a part of a formula, with the formulas that it reads; kept small, so that
/// the database can always take the statement.
record Extent(int depth, int parts) {

  static final int MAX_PARTS = 1_000;
  static final Extent LEAF = new Extent(1, 1);

  static Extent over(Token at, List<Expression> inner) {
    var depth = 0;
    var parts = 1;
    for (var expression : inner) {
      depth = Math.max(depth, expression.extent().depth);
      parts += expression.extent().parts;
    }
    if (depth >= Parser.MAX_DEPTH) {
      throw Mistake.TOO_DEEP.at(at, Parser.MAX_DEPTH);
    } else if (parts > MAX_PARTS) {
      throw Mistake.TOO_COMPLEX.at(at, MAX_PARTS);
    }
    return new Extent(depth + 1, parts);
  }
}
