package org.kezhi.view;

import org.jspecify.annotations.Nullable;

/// Keeps what a list shows under a name.
///
/// @param sharing `private` unless something else is said
record CreateListView(
    @Nullable String object,
    @Nullable String name,
    @Nullable String icon,
    @Nullable String sharing,
    @Nullable ViewState state) {}
