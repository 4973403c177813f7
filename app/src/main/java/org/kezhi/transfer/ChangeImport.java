package org.kezhi.transfer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a person changes about an import that has not been started; what is left out stays.
///
/// @param settings any of the settings of an import
/// @param mapping the stored mapping to take, before the settings
/// @param sheet which sheet of a workbook to read
record ChangeImport(
    @Nullable JsonNode settings,
    @Nullable UUID mapping,
    @Nullable String encoding,
    @Nullable String delimiter,
    @Nullable String sheet) {}
