package org.kezhi.layout;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a layout holds.
///
/// @param hidden the fields that are not shown
/// @param conditions the filter that a record must match for a field to be shown, by field
/// @param tabs the tabs in their order
/// @param hiddenTabs the tabs that are not shown
/// @param cards the cards in their order
/// @param hiddenCards the cards that are not shown
record LayoutState(
    @NotNull @Size(max = 40) List<@Valid LayoutSection> sections,
    @NotNull @Size(max = 500) List<@Size(max = 80) String> hidden,
    @NotNull @Size(max = 500) Map<@Size(max = 80) String, JsonNode> conditions,
    @NotNull @Size(max = 20) List<@Size(max = 80) String> tabs,
    @NotNull @Size(max = 20) List<@Size(max = 80) String> hiddenTabs,
    @NotNull @Size(max = 200) List<@Size(max = 160) String> cards,
    @NotNull @Size(max = 200) List<@Size(max = 160) String> hiddenCards) {

  /// A section; one without words of its own bears the name that comes with the program.
  ///
  /// @param when the filter that a record must match for the section to be shown
  record LayoutSection(
      @NotNull @Pattern(regexp = "[A-Za-z0-9-]{1,40}") String id,
      @Nullable @Valid SectionWords labels,
      @Min(1) @Max(2) int columns,
      @NotNull @Size(max = 300) List<@Size(max = 80) String> fields,
      @Nullable JsonNode when) {

    Optional<JsonNode> condition() {
      return Optional.ofNullable(when).filter(filter -> !filter.isNull());
    }
  }

  /// What a section is called.
  record SectionWords(
      @NotNull @Size(min = 1, max = 60) String zhCN, @NotNull @Size(min = 1, max = 60) String en) {}
}
