package org.kezhi.transfer;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kezhi.platform.Labels;
import org.springframework.stereotype.Component;

/// Guesses which column fills which field: by its name, by its label in either language, and by
/// what other programs call it.
@Component
class MappingGuess {

  private final Labels labels;

  MappingGuess(Labels labels) {
    this.labels = labels;
  }

  Map<String, String> guess(List<ImportField> fields, List<ImportRun.Header> headers) {
    var columns = new HashMap<String, String>();
    headers.forEach(header -> columns.putIfAbsent(plain(header.name()), header.name()));
    var mapping = new LinkedHashMap<String, String>();
    for (var field : fields) {
      for (var word : words(field)) {
        var column = columns.get(plain(word));
        if (column != null && !mapping.containsValue(column)) {
          mapping.putIfAbsent(field.name(), column);
        }
      }
    }
    return mapping;
  }

  /// What a field can be called, the most certain first; other names stand in the labels.
  private List<String> words(ImportField field) {
    var words = new java.util.ArrayList<String>(List.of(field.name()));
    for (var language : Labels.LANGUAGES) {
      labels.find(language, field.label()).ifPresent(words::add);
    }
    for (var language : Labels.LANGUAGES) {
      labels
          .find(language, "import.names." + field.label().substring("field.".length()))
          .ifPresent(names -> words.addAll(List.of(names.split(",", -1))));
    }
    return words;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
