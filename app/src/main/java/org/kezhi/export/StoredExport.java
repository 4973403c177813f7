package org.kezhi.export;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is kept of an export.
///
/// @param rights with which rights it was written
record StoredExport(
    ListExport shown,
    CreateExport wanted,
    Locale language,
    @Nullable Set<String> scopes,
    @Nullable String rights,
    UUID createdBy) {}
