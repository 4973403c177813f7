package org.kezhi.duplicate;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A record that is probably the one that somebody is about to make.
///
/// @param id none where the viewer may not see the record
/// @param title its name; masked where the viewer may not see it
/// @param owner whose it is
/// @param score how sure it is, from 0 to 100
/// @param reasons what the two have in common
public record DuplicateHit(
    @Nullable UUID id,
    String title,
    @Nullable DuplicateOwner owner,
    int score,
    List<String> reasons) {

  /// A colleague.
  public record DuplicateOwner(UUID id, String title) {}
}
