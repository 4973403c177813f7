package org.kezhi.reading;

import java.util.Locale;
import org.kezhi.platform.Labels;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordField;
import org.springframework.stereotype.Component;

/// Names fields and their choices; what every kind of record has is named once for all.
@Component
public class FieldLabels {

  private final Labels labels;

  FieldLabels(Labels labels) {
    this.labels = labels;
  }

  public String field(ObjectType type, RecordField field, Locale language) {
    return labels
        .find(language, "field." + type.name() + "." + field.name())
        .orElseGet(() -> labels.text(language, "field." + field.name()));
  }

  /// What the program calls a field, whatever the company calls it.
  public String original(ObjectType type, RecordField field, Locale language) {
    return labels
        .original(language, "field." + type.name() + "." + field.name())
        .or(() -> labels.original(language, "field." + field.name()))
        .orElse("");
  }

  public String choice(ObjectType type, RecordField field, String value, Locale language) {
    return labels.text(language, "choice." + type.name() + "." + field.name() + "." + value);
  }
}
