package org.kezhi.formula;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// All functions, by their names in small letters.
final class Functions {

  private static final Map<String, Function> ALL = all();

  private Functions() {}

  static Expression call(Call call) {
    var function = ALL.get(call.at().text().toLowerCase(Locale.ROOT));
    if (function == null) {
      throw Mistake.UNKNOWN_FUNCTION.at(call.at(), call.at().text());
    }
    return function.apply(call);
  }

  private static Map<String, Function> all() {
    var all = new HashMap<String, Function>();
    all.putAll(LogicFunctions.ALL);
    all.putAll(NumberFunctions.ALL);
    all.putAll(TextFunctions.ALL);
    all.putAll(DateFunctions.ALL);
    return Map.copyOf(all);
  }
}
