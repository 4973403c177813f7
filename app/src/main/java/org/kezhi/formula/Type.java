package org.kezhi.formula;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezhi.record.ObjectType;

/// The kind of a part of a formula, and what more is known of it.
///
/// @param currency of an amount
/// @param target what a reference points to
/// @param choices the values of a choice
record Type(
    Kind kind, @Nullable Currency currency, @Nullable ObjectType target, List<String> choices) {

  static final Type NUMBER = of(Kind.NUMBER);
  static final Type TEXT = of(Kind.TEXT);
  static final Type DATE = of(Kind.DATE);
  static final Type INSTANT = of(Kind.INSTANT);
  static final Type YES_NO = of(Kind.YES_NO);
  static final Type EMPTY = of(Kind.EMPTY);

  static Type of(Kind kind) {
    return new Type(kind, null, null, List.of());
  }

  static Type money(Currency currency) {
    return new Type(Kind.MONEY, currency, null, List.of());
  }

  static Type reference(ObjectType target) {
    return new Type(Kind.REFERENCE, null, target, List.of());
  }

  static Type choice(List<String> choices) {
    return new Type(Kind.TEXT, null, null, choices);
  }

  boolean isMoney() {
    return kind == Kind.MONEY;
  }

  /// What a sum of two numbers is: an amount where one of them is one, a share where both are.
  static Type sum(Type left, Type right, Token at) {
    if (left.isMoney() && right.isMoney() && !left.equals(right)) {
      throw Mistake.MIXED_MONEY.at(at);
    } else if (left.isMoney() || right.isMoney()) {
      return left.isMoney() ? left : right;
    }
    return left.kind == right.kind ? left : NUMBER;
  }

  static Type product(Type left, Type right) {
    if (left.isMoney() || right.isMoney()) {
      return left.isMoney() && right.isMoney() ? NUMBER : left.isMoney() ? left : right;
    }
    return left.kind == right.kind ? left : NUMBER;
  }

  static Type quotient(Type left, Type right, Token at) {
    if (left.isMoney() && right.isMoney()) {
      sum(left, right, at);
      return NUMBER;
    } else if (left.isMoney()) {
      return left;
    }
    return left.kind == Kind.PERCENT && right.kind == Kind.NUMBER ? left : NUMBER;
  }
}
