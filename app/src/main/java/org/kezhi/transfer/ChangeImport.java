package org.kezhi.transfer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a person changes about an import that has not been started; what is left out stays.
///
/// @param settings any of the settings of an import
record ChangeImport(
    @Nullable JsonNode settings, @Nullable String encoding, @Nullable String delimiter) {}
