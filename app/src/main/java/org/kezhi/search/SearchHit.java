package org.kezhi.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A record that was found.
///
/// @param highlights from where to where the title shows what was typed
public record SearchHit(
    String object,
    UUID id,
    String title,
    @Nullable String subtitle,
    List<List<Integer>> highlights) {}
