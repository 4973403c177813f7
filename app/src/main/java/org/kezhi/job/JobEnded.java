package org.kezhi.job;

import java.util.UUID;

/// Tells, inside the transaction that writes it down, that work which a person started is done or
/// has failed. Work that was cancelled is not told.
///
/// @param subject what the work was about, such as the name of a file
public record JobEnded(UUID id, String kind, String subject, UUID startedBy, boolean failed) {}
