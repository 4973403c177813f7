package org.kezhi.customization;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kezhi.platform.FieldError;
import org.kezhi.platform.Labels;
import org.kezhi.record.FieldValues;

/// What people call a thing in both languages.
record Words(@Nullable String zhCN, @Nullable String en) {

  /// How long the name of a thing may be, and a text that explains it.
  static final int NAME = 60;

  static final int TEXT = 500;

  /// The same without space around it, complete.
  ///
  /// @param name what the words are of, as the caller named it
  static Words read(@Nullable Words given, String name, int most, List<FieldError> errors) {
    var words = given == null ? new Words(null, null) : given;
    return new Words(
        read(words.zhCN, name + ".zhCN", most, errors), read(words.en, name + ".en", most, errors));
  }

  static Words of(Function<Locale, String> text) {
    return new Words(text.apply(Labels.CHINESE), text.apply(Labels.ENGLISH));
  }

  Map<Locale, String> byLanguage() {
    return Map.of(Labels.CHINESE, zhCN == null ? "" : zhCN, Labels.ENGLISH, en == null ? "" : en);
  }

  boolean isEmpty() {
    return (zhCN == null || zhCN.isBlank()) && (en == null || en.isBlank());
  }

  private static String read(
      @Nullable String given, String name, int most, List<FieldError> errors) {
    var text = given == null ? "" : given.strip();
    var bad = FieldValues.firstUnstorable(text);
    if (text.isEmpty()) {
      errors.add(FieldError.of(name, "required"));
    } else if (bad > 0 || text.contains("\n")) {
      errors.add(FieldError.of(name, "badCharacter", Math.max(bad, text.indexOf('\n') + 1)));
    } else if (text.codePointCount(0, text.length()) > most) {
      errors.add(FieldError.of(name, "tooLong", most));
    }
    return text;
  }
}
