package org.kezhi.export;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A list that becomes, or has become, a file.
///
/// @param state that of its job: `queued`, `running`, `done`, `failed` or `cancelled`
/// @param done how many records are written
/// @param total how many there are, as far as is known
/// @param expiresAt until when it can be fetched
record ListExport(
    UUID id,
    String object,
    ExportFormat format,
    String fileName,
    UUID jobId,
    String state,
    long done,
    @Nullable Long total,
    @Nullable Long size,
    OffsetDateTime createdAt,
    OffsetDateTime expiresAt) {}
