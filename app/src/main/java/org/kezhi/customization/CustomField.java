package org.kezhi.customization;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.record.FieldKind;

/// A custom field as it is kept.
///
/// @param object the API name of the kind of record that it belongs to
/// @param column the name of its column, which we made up
/// @param reference the API name of the kind of record that it refers to
record CustomField(
    UUID id,
    String object,
    String name,
    String column,
    FieldKind kind,
    Words labels,
    @Nullable Words help,
    boolean required,
    boolean unique,
    boolean searched,
    @Nullable Integer decimals,
    @Nullable String reference,
    @Nullable String defaultValue,
    boolean retired,
    List<CustomChoice> choices) {}
