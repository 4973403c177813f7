package org.kezhi.transfer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.kezhi.intake.ImportField;
import org.kezhi.platform.Labels;
import org.kezhi.record.ObjectType;
import org.kezhi.sheet.FileHead;
import org.springframework.stereotype.Component;

/// Guesses which column fills which field: by its name, by its label in either language, also the
/// one that it had before somebody renamed it, and by what other programs call it.
@Component
class MappingGuess {

  private static final Pattern REMARK = Pattern.compile("[(（\\[【][^)）\\]】]*[)）\\]】]");

  private final Labels labels;

  MappingGuess(Labels labels) {
    this.labels = labels;
  }

  /// The surer guesses of all fields come before the less sure ones of any.
  Map<String, String> guess(List<ImportField> fields, List<FileHead.Header> headers) {
    var columns = columns(headers);
    var guessed = new HashMap<String, String>();
    List<Function<ImportField, List<String>>> surestFirst =
        List.of(
            field -> List.of(field.name()),
            field -> labels(field.label()),
            field -> words("import.names." + field.label().substring("field.".length())),
            field -> words("import.names." + field.name()));
    for (var names : surestFirst) {
      for (var field : fields) {
        for (var name : names.apply(field)) {
          var column = columns.get(plain(name));
          if (column != null && !guessed.containsValue(column)) {
            guessed.putIfAbsent(field.name(), column);
          }
        }
      }
    }
    var mapping = new LinkedHashMap<String, String>();
    for (var field : fields) {
      var column = guessed.get(field.name());
      if (column != null) {
        mapping.put(field.name(), column);
      }
    }
    return mapping;
  }

  /// The columns of a file that a kind of record computes by itself, so that no file fills them.
  Set<String> computed(ObjectType type, List<FileHead.Header> headers) {
    var columns = columns(headers);
    var computed = new HashSet<String>();
    for (var field : type.fields()) {
      if (field.readOnly()) {
        var names = new ArrayList<>(labels("field." + type.name() + "." + field.name()));
        names.addAll(labels("field." + field.name()));
        names.add(field.name());
        names.stream()
            .map(name -> columns.get(plain(name)))
            .filter(Objects::nonNull)
            .forEach(computed::add);
      }
    }
    return computed;
  }

  /// A remark behind a header, such as a unit of measure, counts only where it tells two apart.
  private static Map<String, String> columns(List<FileHead.Header> headers) {
    var columns = new HashMap<String, String>();
    headers.forEach(header -> columns.putIfAbsent(plain(header.name()), header.name()));
    headers.forEach(header ->
        columns.putIfAbsent(plain(REMARK.matcher(header.name()).replaceAll("")), header.name()));
    return columns;
  }

  private List<String> labels(String key) {
    return Labels.LANGUAGES.stream()
        .flatMap(language -> labels.find(language, key).stream())
        .toList();
  }

  private List<String> words(String key) {
    var words = new ArrayList<String>();
    for (var language : Labels.LANGUAGES) {
      labels
          .find(language, key)
          .ifPresent(names -> {
            words.add(names);
            words.addAll(List.of(names.split(",", -1)));
          });
      labels.original(language, key).ifPresent(words::add);
    }
    return words;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
