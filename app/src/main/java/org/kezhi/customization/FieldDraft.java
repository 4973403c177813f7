package org.kezhi.customization;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A field as somebody wants it; what is left out stays as it is, or gets the usual.
record FieldDraft(
    @Nullable String kind,
    @Nullable Words labels,
    @Nullable Words help,
    @Nullable Boolean required,
    @Nullable Boolean unique,
    @Nullable Boolean searchable,
    @Nullable Integer decimals,
    @Nullable String reference,
    @Nullable List<Choice> choices,
    @Nullable String defaultValue,
    @Nullable String formula,
    @Nullable RollUp rollUp,
    @Nullable Boolean retired) {

  /// One value of a choice, in the order wanted.
  ///
  /// @param value which of those that are there; none for a new one
  record Choice(
      @Nullable String value,
      @Nullable Words labels,
      @Nullable String color,
      @Nullable Boolean retired) {}
}
