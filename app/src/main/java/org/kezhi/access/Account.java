package org.kezhi.access;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A user just made.
///
/// @param password told this once, where the program made it
public record Account(
    UUID id, String userName, String displayName, List<String> roles, @Nullable String password) {}
