package org.kezhi.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks for a user who can log in at once.
///
/// @param roles codes of roles, such as `sales`
/// @param password made by the program where it is left out
public record NewAccount(
    @NotBlank @Size(max = 200) String userName,
    @Nullable @Size(max = 200) String displayName,
    @NotNull List<String> roles,
    @Nullable @Size(min = 10, max = 1000) String password) {}
