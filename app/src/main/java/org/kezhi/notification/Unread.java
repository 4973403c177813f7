package org.kezhi.notification;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// What a bell shows.
///
/// @param newest when the newest of them came
record Unread(int count, @Nullable OffsetDateTime newest) {}
