package org.kezhi.formula;

import java.util.Map;

/// What a formula can call.
///
/// @param least how many arguments it needs
/// @param most how many it takes
record Function(int least, int most, Body body) {

  static final int MANY = 50;

  static Map.Entry<String, Function> function(String name, int least, int most, Body body) {
    return Map.entry(name, new Function(least, most, body));
  }

  Expression apply(Call call) {
    if (call.count() < least || call.count() > most) {
      var wanted = least == most ? String.valueOf(least) : least + "–" + most;
      throw Mistake.ARGUMENTS.at(call.at(), call.at().text(), wanted, call.count());
    }
    return body.of(call);
  }

  /// Makes an expression of a call whose arguments are right in number.
  @FunctionalInterface
  interface Body {
    Expression of(Call call);
  }
}
