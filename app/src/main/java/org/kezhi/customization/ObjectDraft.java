package org.kezhi.customization;

import org.jspecify.annotations.Nullable;

/// A kind of record as somebody wants it; what is left out stays as it is, or gets the usual.
///
/// @param owned whether its records belong to somebody; it cannot change later
record ObjectDraft(
    @Nullable Words labels,
    @Nullable Words pluralLabels,
    @Nullable String icon,
    @Nullable Boolean owned,
    @Nullable Boolean retired) {}
