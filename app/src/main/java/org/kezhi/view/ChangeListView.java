package org.kezhi.view;

import org.jspecify.annotations.Nullable;

/// Changes what is named of a view; the rest stays.
record ChangeListView(
    @Nullable String name,
    @Nullable String icon,
    @Nullable String sharing,
    @Nullable ViewState state) {}
