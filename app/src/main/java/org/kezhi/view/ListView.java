package org.kezhi.view;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A stored view as one person may use it.
///
/// @param mayChange whether this person may change and delete it
/// @param opensFirst whether the list opens with it for this person
/// @param standard whether it opens with it where this person has chosen none
/// @param leftOut the parts that this person's list cannot have
record ListView(
    UUID id,
    long version,
    String object,
    String name,
    @Nullable String icon,
    Sharing sharing,
    Owner owner,
    boolean mayChange,
    boolean pinned,
    boolean opensFirst,
    boolean standard,
    ViewState state,
    List<LeftOut> leftOut,
    OffsetDateTime updatedAt) {

  /// Whose view it is.
  record Owner(UUID id, String title) {}

  /// A field that is gone, that this person may not see, or that cannot be used like this.
  record LeftOut(String field, String label) {}
}
