package org.kezhi.customization;

import java.util.List;
import java.util.Locale;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.Labels;
import org.kezhi.record.FieldKind;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordField;
import org.springframework.stereotype.Component;

/// Shows the fields that came with the program beside those of the company.
@Component
class BuiltInFields {

  private final ObjectTypes types;
  private final Labels labels;

  BuiltInFields(ObjectTypes types, Labels labels) {
    this.types = types;
    this.labels = labels;
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
        words(field.name(), "field." + type.name() + "." + field.name()),
        null,
        field.required(),
        false,
        type.searched().contains(field),
        field.readOnly(),
        false,
        null,
        field.kind() == FieldKind.REFERENCE ? types.target(field).name() : null,
        field.kind() == FieldKind.CHOICE ? choices(type, field) : null,
        null,
        null,
        null);
  }

  private List<CustomChoice> choices(ObjectType type, RecordField field) {
    var key = "choice." + type.name() + "." + field.name() + ".";
    return field.choices().stream()
        .map(value -> new CustomChoice(value, words(value, key + value), null, false))
        .toList();
  }

  /// What every kind of record has is named once for all.
  private Words words(String name, String key) {
    return new Words(
        labels.find(Labels.CHINESE, key).orElseGet(() -> common(Labels.CHINESE, name)),
        labels.find(Labels.ENGLISH, key).orElseGet(() -> common(Labels.ENGLISH, name)));
  }

  private String common(Locale language, String name) {
    return labels.text(language, "field." + name);
  }
}
