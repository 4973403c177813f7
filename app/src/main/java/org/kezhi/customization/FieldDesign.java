package org.kezhi.customization;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezhi.record.FieldKind;

/// A field of a kind of record, as those see it who design it.
///
/// @param custom whether the company has added it; others can only be called otherwise
/// @param original what the program calls it, where the company calls it otherwise
record FieldDesign(
    String name,
    boolean custom,
    FieldKind kind,
    Words labels,
    @Nullable Words original,
    @Nullable Words help,
    boolean required,
    boolean unique,
    boolean searchable,
    boolean readOnly,
    boolean retired,
    @Nullable Integer decimals,
    @Nullable String reference,
    @Nullable List<CustomChoice> choices,
    @Nullable String defaultValue,
    @Nullable String formula,
    @Nullable RollUp rollUp) {

  static FieldDesign of(CustomField field) {
    return new FieldDesign(
        field.name(),
        true,
        field.kind(),
        field.labels(),
        null,
        field.help(),
        field.required(),
        field.unique(),
        field.searched(),
        field.isComputed(),
        field.retired(),
        field.decimals(),
        field.reference(),
        field.kind().isChoice() ? field.choices() : null,
        field.defaultValue(),
        field.formula(),
        field.rollUp());
  }
}
