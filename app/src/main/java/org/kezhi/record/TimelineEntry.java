package org.kezhi.record;

import java.util.UUID;
import org.jooq.Field;

/// How a record stands in the history of another: when it happened and what it says.
public record TimelineEntry(Field<UUID> reference, Field<?> at, Field<String> text) {}
