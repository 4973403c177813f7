package org.kezhi.customization;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezhi.platform.CommonProblem;
import org.kezhi.reading.FieldLabels;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordField;
import org.springframework.stereotype.Component;

/// Shows the fields that came with the program beside those of the company.
@Component
class BuiltInFields {

  private final ObjectTypes types;
  private final FieldLabels names;

  BuiltInFields(ObjectTypes types, FieldLabels names) {
    this.types = types;
    this.names = names;
  }

  List<FieldDesign> of(String object) {
    var type = types.named(object).orElseThrow(() -> CommonProblem.NOT_FOUND.with());
    return type.fields().stream()
        .filter(field -> !type.customization().fields().contains(field))
        .map(field -> design(type, field))
        .toList();
  }

  private FieldDesign design(ObjectType type, RecordField field) {
    return new FieldDesign(
        field.name(),
        false,
        field.kind(),
        Words.of(language -> names.field(type, field, language)),
        original(type, field),
        null,
        field.required(),
        false,
        type.searched().contains(field),
        field.readOnly(),
        false,
        null,
        field.kind().isReference() ? types.target(field).name() : null,
        field.kind().isChoice() ? choices(type, field) : null,
        null,
        null,
        null);
  }

  private List<CustomChoice> choices(ObjectType type, RecordField field) {
    return field.choices().stream()
        .map(value ->
            new CustomChoice(
                value,
                Words.of(language -> names.choice(type, field, value, language)),
                null,
                false))
        .toList();
  }

  private @Nullable Words original(ObjectType type, RecordField field) {
    var original = Words.of(language -> names.original(type, field, language));
    return original.equals(Words.of(language -> names.field(type, field, language)))
        ? null
        : original;
  }
}
