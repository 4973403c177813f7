package org.kezhi.history;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/// Something in a history.
record Entry(@NotNull String object, @NotNull UUID id) {}
