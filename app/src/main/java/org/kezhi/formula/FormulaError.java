package org.kezhi.formula;

import java.util.ArrayList;
import java.util.List;
import org.kezhi.platform.FieldError;

/// Says what is wrong with a formula, and where.
public final class FormulaError extends RuntimeException {

  private final Mistake mistake;
  private final int position;
  private final transient List<Object> arguments;

  FormulaError(Mistake mistake, Token token, Object... more) {
    super(mistake.code() + " at " + token.at() + " " + List.of(more), null, false, false);
    this.mistake = mistake;
    this.position = token.at();
    var all = new ArrayList<Object>();
    all.add(position);
    all.addAll(List.of(more));
    this.arguments = List.copyOf(all);
  }

  Mistake mistake() {
    return mistake;
  }

  /// The same mistake where a formula reads the one that has it.
  FormulaError movedTo(Token token) {
    return new FormulaError(mistake, token, arguments.stream().skip(1).toArray());
  }

  public String code() {
    return mistake.code();
  }

  /// The place of the first character that is wrong, counted from 1.
  public int position() {
    return position;
  }

  /// What the words need: the position first.
  public List<Object> arguments() {
    return arguments;
  }

  /// The mistake as that of a field of a request.
  public FieldError in(String field) {
    return new FieldError(field, code(), arguments);
  }
}
