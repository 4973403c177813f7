package org.kezhi.view;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// For whom a view is the standard one.
///
/// @param roles the roles, by their ids
record StandardFor(@Nullable Boolean everybody, @Nullable List<UUID> roles) {

  StandardFor {
    roles = roles == null ? List.of() : List.copyOf(roles);
  }

  boolean isForEverybody() {
    return Boolean.TRUE.equals(everybody);
  }

  List<UUID> roleIds() {
    return roles == null ? List.of() : roles;
  }
}
