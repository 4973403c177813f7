package org.kezhi.merge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody wants to become one record.
///
/// @param survivor the one that stays
/// @param records all of them, the one that stays included
/// @param values by the name of a field, the record whose value it takes; for the others the
///   program decides
public record MergeOrder(
    @NotNull UUID survivor,
    @NotNull @Size(min = 2, max = 5) List<@Valid Seen> records,
    @Nullable Map<String, UUID> values) {

  /// A record at the version that somebody has seen; a preview needs none.
  public record Seen(@NotNull UUID id, @Nullable Long version) {}

  List<UUID> ids() {
    return records.stream().map(Seen::id).toList();
  }

  /// Those that go.
  List<UUID> merged() {
    return ids().stream().filter(id -> !id.equals(survivor)).toList();
  }

  Map<String, UUID> choices() {
    return values == null ? Map.of() : values;
  }
}
