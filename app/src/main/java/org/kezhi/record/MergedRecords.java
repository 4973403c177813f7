package org.kezhi.record;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/// Knows which records in the recycle bin have become part of another one, over however many steps.
public interface MergedRecords {

  /// By the id of a merged record, the id of the one that it is part of now.
  Map<UUID, UUID> survivors(ObjectType type, Collection<UUID> ids);
}
