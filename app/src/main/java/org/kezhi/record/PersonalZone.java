package org.kezhi.record;

import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/// Knows in which zone somebody lives, where they have said so; each way of knowing is a bean.
public interface PersonalZone {

  Optional<ZoneId> of(UUID user);
}
