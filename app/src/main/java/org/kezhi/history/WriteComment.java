package org.kezhi.history;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// What somebody has to say.
record WriteComment(@NotBlank @Size(max = 10_000) String body) {}
