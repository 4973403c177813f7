package org.kezhi.job;

import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/// What an attempt needs to know of its job.
record JobRow(UUID id, String kind, JSONB payload, @Nullable UUID createdBy) {}
