package org.kezhi.mapping;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezhi.intake.ImportSettings;

/// Keeps the choices for an import under a name; one's own of that name is replaced.
record SaveMapping(
    @NotBlank String object,
    @NotBlank @Size(max = 80) String name,
    @Nullable Boolean shared,
    @NotNull @Size(max = 512) List<@NotNull String> headers,
    @NotNull ImportSettings settings) {

  boolean forAll() {
    return Boolean.TRUE.equals(shared);
  }
}
