package org.kezhi.customization;

import org.jspecify.annotations.Nullable;

/// What somebody wants to call a kind of record or a field.
///
/// @param pluralLabels of a kind of record only
record LabelDraft(@Nullable Words labels, @Nullable Words pluralLabels) {}
