package org.kezhi.transfer;

import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezhi.intake.ImportSettings;
import org.kezhi.platform.CommonProblem;
import org.kezhi.sheet.FileHead;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Puts what a person chose in the place of what was guessed.
@Component
class Choices {

  private final JsonMapper json;

  Choices(JsonMapper json) {
    this.json = json;
  }

  /// The settings with those that are given replaced; the others stay.
  ImportSettings merge(ImportSettings old, @Nullable JsonNode given) {
    if (given == null || given.isNull()) {
      return old;
    } else if (!given.isObject()) {
      throw CommonProblem.MALFORMED.with();
    }
    try {
      ObjectNode merged = json.valueToTree(old);
      given.properties().forEach(choice -> merged.set(choice.getKey(), choice.getValue()));
      return complete(json.treeToValue(merged, ImportSettings.class));
    } catch (JacksonException _) {
      throw CommonProblem.MALFORMED.with();
    }
  }

  /// After the file was read anew, a mapping made for the old reading counts as far as its columns
  /// are still there.
  static ImportSettings fitting(
      ImportSettings chosen, ImportSettings guessed, List<FileHead.Header> headers) {
    var columns = headers.stream().map(FileHead.Header::name).toList();
    var mapping = new LinkedHashMap<>(guessed.mapping());
    chosen
        .mapping()
        .forEach((field, column) -> {
          if (columns.contains(column)) {
            mapping.put(field, column);
          }
        });
    return new ImportSettings(
        mapping,
        chosen.matchField() == null ? guessed.matchField() : chosen.matchField(),
        chosen.policy(),
        chosen.createMissing(),
        chosen.dateOrder());
  }

  @SuppressWarnings("NullAway") // JSON can leave out what the record promises
  private static ImportSettings complete(ImportSettings read) {
    if (read.mapping() == null
        || read.policy() == null
        || read.createMissing() == null
        || read.dateOrder() == null
        || read.mapping().containsValue(null)) {
      throw CommonProblem.MALFORMED.with();
    }
    return read;
  }
}
