package org.kezhi.notification;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/// A row of a notice, with the name of whoever caused it.
record StoredNotice(
    UUID id,
    String kind,
    String topic,
    @Nullable String object,
    @Nullable UUID recordId,
    @Nullable UUID actorId,
    @Nullable String actorName,
    JSONB arguments,
    OffsetDateTime createdAt,
    @Nullable OffsetDateTime readAt,
    boolean muted) {}
