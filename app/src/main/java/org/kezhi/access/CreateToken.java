package org.kezhi.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks for a token that may do what its scopes name, such as `customer:read` or `import`.
public record CreateToken(
    @NotBlank String name, @NotEmpty List<String> scopes, @Nullable OffsetDateTime expiresAt) {}
