package org.kezhi.transfer;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a person changes about an import that has not been started; what is left out stays.
record ChangeImport(
    @Nullable Choices settings, @Nullable String encoding, @Nullable String delimiter) {

  /// The choices that change.
  record Choices(
      @Nullable Map<String, String> mapping,
      @Nullable String matchField,
      @Nullable String policy,
      @Nullable List<String> createMissing,
      @Nullable String dateOrder) {

    ImportSettings onto(ImportSettings old) {
      return new ImportSettings(
          mapping == null ? old.mapping() : mapping,
          matchField == null
              ? old.matchField()
              : matchField.isEmpty() || "none".equals(matchField) ? null : matchField,
          policy == null ? old.policy() : policy,
          createMissing == null ? old.createMissing() : createMissing,
          dateOrder == null ? old.dateOrder() : dateOrder);
    }
  }
}
