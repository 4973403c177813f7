package org.kezhi.file;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file that is arriving.
///
/// @param received how many bytes are there; the next piece begins behind them
/// @param file what it has become, once it is whole
record FileUpload(
    UUID id,
    String object,
    UUID record,
    String name,
    long size,
    long received,
    @Nullable String mark,
    @Nullable UUID file,
    boolean done,
    OffsetDateTime createdAt) {}
