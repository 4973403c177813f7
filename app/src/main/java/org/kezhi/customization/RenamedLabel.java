package org.kezhi.customization;

import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// What the company calls a kind of record that comes with the program, or one of its fields.
///
/// @param field none for the kind of record itself
/// @param pluralLabels of a kind of record only
record RenamedLabel(
    String object, @Nullable String field, Words labels, @Nullable Words pluralLabels) {

  static String key(String object, @Nullable String field) {
    return field == null ? "object." + object : "field." + object + "." + field;
  }

  /// The words by the keys under which the program looks for them.
  void tell(BiConsumer<String, Map<Locale, String>> words) {
    words.accept(key(object, field), labels.byLanguage());
    if (pluralLabels != null) {
      words.accept(key(object, null) + ".plural", pluralLabels.byLanguage());
    }
  }
}
