package org.kezhi.customization;

import java.util.Locale;
import java.util.function.Predicate;

/// Makes the names by which programs call what people have added. They begin with an x, so that
/// they never meet a name that a later version of the program brings.
final class CustomNames {

  /// The names of a new field: for programs, and in the database.
  record Made(String name, String column) {}

  static final Words TITLE = new Words("名称", "Name");

  private static final int MOST = 40;

  private CustomNames() {}

  /// Such as `xContractEnd` for "Contract end".
  static String camel(String words, Predicate<String> isTaken) {
    var name = new StringBuilder("x");
    for (var word : latin(words).split("-", -1)) {
      if (!word.isEmpty()) {
        name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    return free(name.length() == 1 ? "xCustom" : name.toString(), "", isTaken);
  }

  /// Such as `onHold` for "On hold".
  static String choice(String words, Predicate<String> isTaken) {
    var camel = camel(words, _ -> false).substring(1);
    return free(camel.substring(0, 1).toLowerCase(Locale.ROOT) + camel.substring(1), "", isTaken);
  }

  /// Such as `x-service-contracts` for "Service contracts".
  static String path(String words, Predicate<String> isTaken) {
    var latin = latin(words).replaceAll("-+", "-").replaceAll("^-|-$", "");
    return free("x-" + (latin.isEmpty() ? "custom" : latin), "-", isTaken);
  }

  private static String latin(String words) {
    var latin = words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "-");
    return latin.substring(0, Math.min(latin.length(), MOST));
  }

  private static String free(String wanted, String joint, Predicate<String> isTaken) {
    var name = wanted;
    for (var number = 2; isTaken.test(name); number++) {
      name = wanted + joint + number;
    }
    return name;
  }
}
