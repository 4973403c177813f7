package org.kezhi.mail;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A mail in the outbox, without what it says.
record OutgoingMail(
    UUID id,
    String to,
    String subject,
    String state,
    int attempts,
    @Nullable String error,
    OffsetDateTime createdAt,
    @Nullable OffsetDateTime nextAttemptAt,
    @Nullable OffsetDateTime sentAt) {}
