package org.kezhi.view;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/// A row of a view, and whether the person who asks has pinned it or begins with it, or would if
/// they had chosen none.
record StoredView(
    UUID id,
    long version,
    String object,
    String name,
    @Nullable String icon,
    String sharing,
    UUID ownerId,
    String ownerName,
    boolean pinned,
    boolean opensFirst,
    boolean standard,
    JSONB state,
    OffsetDateTime updatedAt) {

  StoredView changed(long seen, ListViewRepository.Content content, OffsetDateTime at) {
    return new StoredView(
        id,
        seen + 1,
        object,
        content.name(),
        content.icon(),
        content.sharing().code(),
        ownerId,
        ownerName,
        pinned,
        opensFirst,
        standard,
        content.state(),
        at);
  }

  boolean isSharedWithAll() {
    return Sharing.EVERYONE.code().equals(sharing);
  }
}
