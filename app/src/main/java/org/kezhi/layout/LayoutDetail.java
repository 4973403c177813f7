package org.kezhi.layout;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.record.PagePart;

/// A layout with all that there is to arrange.
///
/// @param version 0 while nobody has stored one for this role, or for everybody
/// @param sight what the role may not see or change of all this
record LayoutDetail(
    String object,
    @Nullable UUID role,
    long version,
    LayoutState state,
    List<Placeable> fields,
    List<Placeable> tabs,
    List<Placeable> cards,
    List<LayoutRole> roles,
    Sight sight) {

  /// Something that a layout places.
  ///
  /// @param required whether it cannot be hidden
  /// @param place where on the page it stands; none for a field
  record Placeable(String name, String label, boolean required, PagePart.@Nullable Place place) {}

  /// What somebody who is only in one role may not see, and what not change.
  record Sight(List<String> hiddenFields, List<String> readOnlyFields, List<String> hiddenCards) {

    static final Sight FULL = new Sight(List.of(), List.of(), List.of());
  }

  /// A role, and whether it has a layout of its own.
  record LayoutRole(UUID id, String title, boolean own) {}
}
