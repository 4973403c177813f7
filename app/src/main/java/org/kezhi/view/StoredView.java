package org.kezhi.view;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.JSONB;

/// A row of a view, and whether the person who asks has pinned it.
record StoredView(
    UUID id,
    long version,
    String object,
    String name,
    String sharing,
    UUID ownerId,
    String ownerName,
    boolean pinned,
    JSONB state,
    OffsetDateTime updatedAt) {

  StoredView changed(long seen, ListViewRepository.Content content, OffsetDateTime at) {
    return new StoredView(
        id,
        seen + 1,
        object,
        content.name(),
        content.sharing().code(),
        ownerId,
        ownerName,
        pinned,
        content.state(),
        at);
  }

  boolean isSharedWithAll() {
    return Sharing.EVERYONE.code().equals(sharing);
  }
}
