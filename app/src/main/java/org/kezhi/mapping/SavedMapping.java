package org.kezhi.mapping;

import java.util.List;
import java.util.UUID;
import org.kezhi.intake.ImportSettings;

/// The choices for an import under a name.
///
/// @param shared whether it is for all who may import that kind of record
/// @param own whether the viewer has made it
/// @param headers the header row for which it was made
public record SavedMapping(
    UUID id,
    String object,
    String name,
    boolean shared,
    boolean own,
    List<String> headers,
    ImportSettings settings) {}
