package org.kezhi.access;

import java.io.Serializable;
import java.security.Principal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the program remembers of a log-in: who it is and, for a token, what it is limited to.
record LoggedIn(UUID userId, @Nullable Set<String> scopes) implements Principal, Serializable {

  @Override
  public String getName() {
    return userId.toString();
  }
}
