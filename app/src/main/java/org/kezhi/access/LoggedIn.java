package org.kezhi.access;

import java.io.Serializable;
import java.security.Principal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the program remembers of a log-in: who it is and, for a token, what it is limited to.
///
/// @param channel by which way the person's wishes come: `web`, `api` or `cli`
record LoggedIn(UUID userId, @Nullable Set<String> scopes, String channel)
    implements Principal, Serializable {

  static LoggedIn person(UUID userId) {
    return new LoggedIn(userId, null, "web");
  }

  @Override
  public String getName() {
    return userId.toString();
  }
}
