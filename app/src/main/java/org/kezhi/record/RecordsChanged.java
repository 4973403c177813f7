package org.kezhi.record;

import java.util.List;
import java.util.UUID;

/// Tells, inside the transaction, that records of one kind were written; a bulk run tells it once
/// for each batch.
public record RecordsChanged(ObjectType type, List<UUID> ids) {}
