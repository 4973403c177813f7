package org.kezhi.reading;

import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A record as it stands in somebody's form.
///
/// @param id the stored one; none while it is new
/// @param values what was typed, by the names of fields; what is missing is as it is stored
public record TypedRecord(
    @Nullable UUID id, @Nullable @Size(max = 500) Map<String, @Nullable Object> values) {}
