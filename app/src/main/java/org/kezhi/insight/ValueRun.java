package org.kezhi.insight;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One computation of the value figures, and how it ended.
///
/// @param changedCustomers how many customers got other figures than before
public record ValueRun(
    UUID id,
    long number,
    LocalDate asOf,
    String state,
    boolean current,
    long settingsVersion,
    OffsetDateTime startedAt,
    @Nullable OffsetDateTime finishedAt,
    @Nullable Long millis,
    @Nullable Long lines,
    @Nullable Long customers,
    @Nullable Long buyers,
    @Nullable Long changedCustomers) {}
