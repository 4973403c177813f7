package org.kezhi.layout;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A layout with all that there is to arrange.
///
/// @param version 0 while nobody has stored one for this role, or for everybody
/// @param unseen the fields that the role may not see
record LayoutDetail(
    String object,
    @Nullable UUID role,
    long version,
    LayoutState state,
    List<Placeable> fields,
    List<Placeable> tabs,
    List<Placeable> cards,
    List<LayoutRole> roles,
    List<String> unseen) {

  /// Something that a layout places.
  ///
  /// @param required whether it cannot be hidden
  record Placeable(String name, String label, boolean required) {}

  /// A role, and whether it has a layout of its own.
  record LayoutRole(UUID id, String title, boolean own) {}
}
